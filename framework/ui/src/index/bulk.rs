//! What can be done to selected rows.

use std::{collections::BTreeSet, sync::Arc};

use leptos::{
    prelude::*,
    server_fn::{Http, ServerFn, codec::PostUrl},
    web_sys::SubmitEvent,
};
use orion_kernel::AppError;
use serde::de::DeserializeOwned;

use crate::{
    action::{Button, Confirm, Dialog, DialogButton, DialogClose, Size, Variant, close_when},
    form::{dispatch, done, on_done, say_done},
    i18n::{page as texts, td_string},
    page,
    status::Alert,
    texts::{ErrorText, describe, no_text},
    tone::Tone,
};

/// The ids of the rows that are ticked.
pub(super) type Ticked = RwSignal<BTreeSet<String>>;

/// Something that can be done to all selected rows. The server function takes `ids: Vec<…>`.
#[derive(Clone)]
pub struct BulkAction {
    label: String,
    critical: bool,
    confirm: Option<Confirm>,
    error_text: ErrorText,
    url: &'static str,
    send: Callback<SubmitEvent>,
    pending: Signal<bool>,
    /// How often it has come back; `None` before the first time.
    returned: Signal<Option<usize>>,
    /// Changes each time it has done as it was asked.
    succeeded: Memo<usize>,
    said: Option<&'static str>,
    error: Signal<Option<AppError>>,
}

impl BulkAction {
    /// A verb, and the server function it calls.
    #[must_use]
    pub fn new<S, O>(label: impl Into<String>, action: ServerAction<S>) -> Self
    where
        S: ServerFn<Error = AppError, Protocol = Http<PostUrl, O>> + DeserializeOwned + Clone + Send + Sync + 'static,
        S::Output: Send + Sync + 'static,
    {
        Self {
            label: label.into(),
            critical: false,
            confirm: None,
            error_text: no_text,
            url: S::url(),
            send: Callback::new(move |event| dispatch(action, &event)),
            pending: action.pending().into(),
            returned: Signal::derive(move || Some(action.version().get()).filter(|version| *version > 0)),
            succeeded: done(action),
            said: None,
            error: Signal::derive(move || action.value().with(|value| value.as_ref()?.as_ref().err().cloned())),
        }
    }

    /// Destroys or cancels something.
    #[must_use]
    pub fn critical(mut self) -> Self {
        self.critical = true;
        self
    }

    /// Asked first, for what cannot be undone.
    #[must_use]
    pub fn confirm(mut self, confirm: Confirm) -> Self {
        self.confirm = Some(confirm);
        self
    }

    /// The sentences for the module's own error codes.
    #[must_use]
    pub fn error_text(mut self, error_text: ErrorText) -> Self {
        self.error_text = error_text;
        self
    }

    /// Said in the corner of the page each time it was done.
    #[must_use]
    pub const fn done(mut self, text: &'static str) -> Self {
        self.said = Some(text);
        self
    }

    fn button(&self, form: &str, index: usize) -> AnyView {
        let url = format!("{}{}", page::base(), self.url);
        let label = self.label.clone();
        let pending = self.pending;
        let variant = if self.critical { Variant::Critical } else { Variant::Primary };
        let send = |variant: Variant, size: Option<&'static str>| {
            view! {
                <button
                    type="submit"
                    class="button"
                    data-variant=variant.code()
                    data-size=size
                    formaction=url.clone()
                    aria-busy=move || pending.get().then_some("true")
                >
                    <span class="button-label">{label.clone()}</span>
                </button>
            }
        };
        let Some(confirm) = self.confirm.clone() else {
            let variant = if self.critical { Variant::Critical } else { Variant::Secondary };
            return send(variant, Some("small")).into_any();
        };
        let dialog = format!("{form}-confirm-{index}");
        close_when(dialog.clone(), self.returned);
        let sending = send(variant, None);
        view! {
            <DialogButton dialog=dialog.clone() label=self.label.clone() size=Size::Small />
            <Dialog id=dialog.clone() title=confirm.title>
                <p class="muted">{confirm.body}</p>
                <div class="row" data-justify="end">
                    <DialogClose dialog />
                    {sending}
                </div>
            </Dialog>
        }
        .into_any()
    }
}

/// The bar with the actions; a stylesheet shows it as soon as a row is selected.
pub(super) fn bulk_bar(form: &str, actions: &Arc<Vec<BulkAction>>, ticked: Ticked) -> AnyView {
    for action in actions.iter() {
        on_done(action.succeeded, move || ticked.update(BTreeSet::clear));
        if let Some(text) = action.said {
            say_done(action.succeeded, text);
        }
    }
    let l = texts();
    let count = move || match ticked.with(BTreeSet::len) {
        // Without scripts nobody counts.
        0 => td_string!(l, list.selection).to_string(),
        many => td_string!(l, list.selected, count = many).to_string(),
    };
    let base = page::base();
    let first = actions.first().map(|action| format!("{base}{}", action.url));
    let buttons = actions.iter().enumerate().map(|(index, action)| action.button(form, index)).collect_view();
    let chosen = Arc::clone(actions);
    let on_submit = move |event: SubmitEvent| {
        let address = event.submitter().and_then(|button| button.get_attribute("formaction"));
        let action = chosen.iter().find(|action| address == Some(format!("{base}{}", action.url)));
        if let Some(action) = action {
            event.prevent_default();
            if !action.pending.get_untracked() {
                action.send.run(event);
            }
        }
    };
    view! {
        <form
            class="bulk-bar"
            id=form.to_owned()
            method="post"
            action=first
            on:submit=on_submit
            on:reset=move |_| ticked.update(BTreeSet::clear)
        >
            <span class="bulk-count">{count}</span>
            {buttons}
            <Button kind="reset" size=Size::Small variant=Variant::Plain label=td_string!(l, actions.cancel).to_string() />
        </form>
    }
    .into_any()
}

/// What went wrong with the last action.
pub(super) fn bulk_errors(actions: &Arc<Vec<BulkAction>>) -> AnyView {
    let actions = Arc::clone(actions);
    let locale = page::locale();
    let view = move || {
        actions
            .iter()
            .filter_map(|action| action.error.get().map(|error| describe(locale, action.error_text, &error)))
            .map(|text| view! { <Alert tone=Tone::Critical title=text /> })
            .collect_view()
    };
    view.into_any()
}

/// The box above the boxes of these rows; of no use without scripts and not shown then.
pub(super) fn select_all(ticked: Ticked, ids: Vec<String>) -> AnyView {
    let shown = ids.clone();
    view! {
        <input
            class="checkbox needs-script"
            type="checkbox"
            autocomplete="off"
            aria-label=td_string!(texts(), list.select_all).to_string()
            prop:checked=move || ticked.with(|ticked| shown.iter().all(|id| ticked.contains(id)))
            on:change=move |event| {
                let all = event_target_checked(&event);
                ticked.set(if all { ids.iter().cloned().collect() } else { BTreeSet::new() });
            }
        />
    }
    .into_any()
}
