//! The markup and behaviour all posted forms share.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use leptos::{
    context::Provider,
    html,
    prelude::*,
    reactive::owner::with_context,
    web_sys::{HtmlFormElement, SubmitEvent},
};
use orion_kernel::{AppError, Boot, boot::FormFlash};

use super::{FormContext, FormLayout, guard::guard_leaving, slug};
use crate::{
    action::{Button, LinkButton, SubmitButton, Variant, close_around},
    i18n::{page as texts, td_string},
    icon::{Icon, IconName},
    page,
    texts::{ErrorText, describe, sentence},
};

/// What a form is made of.
pub(super) struct Frame {
    pub(super) url: &'static str,
    pub(super) id: String,
    pub(super) class: String,
    pub(super) layout: FormLayout,
    pub(super) submit: String,
    pub(super) cancel: String,
    pub(super) critical: bool,
    pub(super) guard: bool,
    pub(super) reset_on_success: bool,
    pub(super) multipart: bool,
    pub(super) error_text: ErrorText,
    pub(super) sending: Option<Sending>,
}

/// How a form is sent in the background.
#[derive(Clone, Copy)]
pub(super) struct Sending {
    pub(super) pending: Signal<bool>,
    /// How often the action has come back.
    pub(super) version: Signal<usize>,
    /// What it came back with: its error, if any.
    pub(super) outcome: Signal<Option<Option<AppError>>>,
    pub(super) send: Callback<SubmitEvent>,
}

/// The browser shows what a refused post left behind once; set by an effect, hence never on the server.
static FLASH_SHOWN: AtomicBool = AtomicBool::new(false);

/// The field that tells forms of the same server function on one page apart.
const FORM_ID: &str = "_form";

fn flash_for(url: &str, id: &str) -> Option<FormFlash> {
    if FLASH_SHOWN.load(Ordering::Relaxed) {
        return None;
    }
    let flash = with_context::<Boot, _>(|boot| boot.flash.clone())
        .flatten()
        .filter(|flash| flash.path == url && flash.values.iter().all(|(name, value)| name != FORM_ID || value == id))?;
    Effect::new(|| FLASH_SHOWN.store(true, Ordering::Relaxed));
    Some(flash)
}

pub(super) fn frame(frame: Frame, children: Children) -> AnyView {
    let Frame { url, class, layout, sending, guard, reset_on_success, .. } = frame;
    let id = if frame.id.is_empty() { slug(url.rsplit('/').next().unwrap_or(url)) } else { frame.id };
    let flash = flash_for(url, &id);
    let refused = flash.is_some();
    let flash_error = RwSignal::new(flash.as_ref().map(|flash| flash.error.clone()));
    // The version at which this form sent its action; others on the page may share it.
    let sent_at = RwSignal::new(None::<usize>);
    let outcome = Signal::derive(move || {
        let (sending, sent_at) = (sending?, sent_at.get()?);
        (sending.version.get() == sent_at + 1).then(|| sending.outcome.get()).flatten()
    });
    let pending = Signal::derive(move || {
        sending.is_some_and(|sending| sending.pending.get() && sent_at.get() == Some(sending.version.get()))
    });
    let error = Signal::derive(move || match (outcome.get(), sent_at.get()) {
        (Some(outcome), _) => outcome,
        (None, None) => flash_error.get(),
        (None, Some(_)) => None,
    });
    let context = FormContext {
        id: id.clone().into(),
        pending,
        error,
        entered: flash.map(|flash| flash.values.into()),
        error_text: frame.error_text,
        locale: page::locale(),
        labels: Arc::default(),
    };

    let form_ref = NodeRef::<html::Form>::new();
    let dirty = RwSignal::new(false);
    if guard {
        guard_leaving(dirty);
    }
    Effect::new(move || match outcome.get() {
        Some(Some(_)) if guard => dirty.set(true),
        Some(None) => {
            if let Some(form) = form_ref.get_untracked() {
                if reset_on_success {
                    HtmlFormElement::reset(&form);
                }
                close_around(&form);
            }
        }
        _ => {}
    });
    let on_submit = move |event: SubmitEvent| {
        let Some(sending) = sending else { return };
        if event.default_prevented() {
            return;
        }
        event.prevent_default();
        if !sending.pending.get_untracked() {
            sent_at.set(Some(sending.version.get_untracked()));
            dirty.set(false);
            sending.send.run(event);
        }
    };

    let summary = summary(&context, refused, sent_at);
    let tell_apart = (!frame.multipart).then(|| view! { <input type="hidden" name=FORM_ID value=id.clone() /> });
    let ending = ending(frame.submit, frame.cancel, frame.critical, guard, dirty);
    view! {
        <form
            id=id
            class=format!("form {class}")
            data-layout=layout.code()
            method="post"
            action=format!("{}{url}", page::base())
            enctype=frame.multipart.then_some("multipart/form-data")
            novalidate=true
            node_ref=form_ref
            on:submit=on_submit
            on:input=move |_| {
                if guard {
                    dirty.set(true);
                }
            }
            on:reset=move |_| {
                dirty.set(false);
                // What was refused is forgotten; what is on its way is not.
                if !pending.get_untracked() {
                    sent_at.set(None);
                    flash_error.set(None);
                }
            }
        >
            {tell_apart}
            <Provider value=context>{summary} {children()} {ending}</Provider>
        </form>
    }
    .into_any()
}

/// What was wrong, with links to the fields; takes the focus when it appears.
fn summary(context: &FormContext, refused: bool, sent_at: RwSignal<Option<usize>>) -> AnyView {
    let context = context.clone();
    let error = context.error;
    let summary_ref = NodeRef::<html::Div>::new();
    Effect::new(move || {
        error.track();
        if let (Some(summary), true) = (summary_ref.get(), sent_at.get_untracked().is_some()) {
            // It fails only for an element that cannot take the focus.
            drop(summary.focus());
        }
    });
    let view = move || {
        let context = context.clone();
        error.get().map(|error| {
            let title = describe(context.locale, context.error_text, &error);
            let lines = error.fields.iter().map(|wrong| summary_line(&context, wrong)).collect_view();
            view! {
                <div class="alert" data-tone="critical" role="alert" tabindex="-1" autofocus=refused node_ref=summary_ref>
                    <Icon name=IconName::CircleAlert />
                    <div class="alert-body">
                        <p class="alert-title">{title}</p>
                        {(!error.fields.is_empty()).then_some(view! { <ul>{lines}</ul> })}
                    </div>
                </div>
            }
        })
    };
    view.into_any()
}

fn summary_line(context: &FormContext, wrong: &orion_kernel::FieldError) -> AnyView {
    let text = sentence(context.locale, context.error_text, &wrong.code, &wrong.params).unwrap_or_default();
    match context.label_of(&wrong.field) {
        Some(label) => {
            let target = format!("#{}", context.control_id(&wrong.field));
            view! { <li><a href=target rel="external">{format!("{label}: {text}")}</a></li> }.into_any()
        }
        // A field the form does not show.
        None => view! { <li>{text}</li> }.into_any(),
    }
}

fn ending(submit: String, cancel: String, critical: bool, guard: bool, dirty: RwSignal<bool>) -> AnyView {
    if submit.is_empty() {
        return ().into_any();
    }
    let l = texts();
    let variant = if critical { Variant::Critical } else { Variant::Primary };
    let unsaved = guard.then(|| {
        view! {
            <span class="form-dirty" role="status" hidden=move || !dirty.get()>
                {td_string!(l, form.unsaved).to_string()}
            </span>
        }
    });
    let discard = guard.then(|| {
        view! {
            <span hidden=move || !dirty.get()>
                <Button label=td_string!(l, form.discard).to_string() kind="reset" variant=Variant::Plain />
            </span>
        }
    });
    let cancel = (!cancel.is_empty()).then(|| {
        view! { <LinkButton label=td_string!(l, actions.cancel).to_string() href=cancel variant=Variant::Plain /> }
    });
    view! {
        <div class="form-actions" data-dirty=move || dirty.get().then_some("true")>
            {unsaved}
            {discard}
            <SubmitButton label=submit variant />
            {cancel}
        </div>
    }
    .into_any()
}
