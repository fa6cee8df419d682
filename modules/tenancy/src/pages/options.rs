//! What the modules let be set, the same in both back offices.

use leptos::{
    prelude::*,
    server_fn::{Http, ServerFn, codec::PostUrl},
};
use orion_kernel::AppError;
use orion_ui::{
    ActionButton, Alert, Card, Confirm, EmptyState, Form, Hidden, IconName, Load, SettingsPage, SettingsSection, Size,
    SubmitButton, Variant, all_done, done, may, say_done,
};
use serde::de::DeserializeOwned;

use super::{option_field::OptionField, store::SettingsTabs};
use crate::{
    error,
    i18n::{page, td_string},
    permissions,
    server_fns::{admin, store},
    views::SettingsForm,
};

/// What merchants set for their store.
#[component]
pub fn StoreOptions() -> impl IntoView {
    let l = page();
    let (save, reset) = (ServerAction::<store::SaveSettings>::new(), ServerAction::<store::ResetSettings>::new());
    let changes = all_done([done(save), done(reset)]);
    let forms = Resource::new(move || changes.get(), |_| store::settings_forms());
    view! {
        <SettingsPage title=td_string!(l, settings.title)>
            <SettingsTabs/>
            {options(forms, save, reset, td_string!(l, options.reset_store_body))}
        </SettingsPage>
    }
}

/// What operators set for the platform.
#[component]
pub fn PlatformOptions() -> impl IntoView {
    let l = page();
    let (save, reset) = (ServerAction::<admin::SaveSettings>::new(), ServerAction::<admin::ResetSettings>::new());
    let changes = all_done([done(save), done(reset)]);
    let forms = Resource::new(move || changes.get(), |_| admin::settings_forms());
    view! {
        <SettingsPage title=td_string!(l, settings.title) subtitle=td_string!(l, options.platform_lead)>
            {options(forms, save, reset, td_string!(l, options.reset_platform_body))}
        </SettingsPage>
    }
}

/// A server function that a form calls.
pub trait Saves: ServerFn<Error = AppError, Output = ()> + DeserializeOwned + Clone + Send + Sync + 'static {}

impl<S: ServerFn<Error = AppError, Output = ()> + DeserializeOwned + Clone + Send + Sync + 'static> Saves for S {}

fn options<S, R, O, P>(
    forms: Resource<Result<Vec<SettingsForm>, AppError>>,
    save: ServerAction<S>,
    reset: ServerAction<R>,
    reset_body: &'static str,
) -> AnyView
where
    S: Saves<Protocol = Http<PostUrl, O>>,
    R: Saves<Protocol = Http<PostUrl, P>>,
    O: 'static,
    P: 'static,
{
    let l = page();
    say_done(done(save), td_string!(l, settings.saved));
    say_done(done(reset), td_string!(l, options.was_reset));
    let list = move |forms: Vec<SettingsForm>| {
        if forms.is_empty() {
            let l = page();
            return view! {
                <Card>
                    <EmptyState
                        title=td_string!(l, options.empty_title)
                        body=td_string!(l, options.empty_body)
                        icon=IconName::SlidersHorizontal
                    />
                </Card>
            }
            .into_any();
        }
        forms.into_iter().map(|form| section(form, save, reset, reset_body)).collect_view().into_any()
    };
    view! { <Load value=forms view=list/> }.into_any()
}

/// What one module lets be set, with the buttons.
pub fn section<S, R, O, P>(
    form: SettingsForm,
    save: ServerAction<S>,
    reset: ServerAction<R>,
    reset_body: &'static str,
) -> AnyView
where
    S: Saves<Protocol = Http<PostUrl, O>>,
    R: Saves<Protocol = Http<PostUrl, P>>,
    O: 'static,
    P: 'static,
{
    let l = page();
    let reason = refusal();
    let may = reason.is_empty();
    let fixed = form.fields.iter().any(|field| field.is_fixed);
    let fixed = fixed.then(|| view! { <Alert>{td_string!(l, options.fixed)}</Alert> });
    let reset = (form.has_own && may).then(|| {
        view! {
            <ActionButton
                action=reset
                label=td_string!(l, options.reset)
                fields=vec![("module", form.module.clone())]
                variant=Variant::Plain
                size=Size::Small
                confirm=Confirm::new(td_string!(l, options.reset_title, name = form.name.clone()).to_string(), reset_body)
                error_text=error::text
            />
        }
    });
    let id = format!("settings-{}", form.module);
    let settings = form.fields;
    // Made inside the form, which tells them what was entered and what was wrong.
    let fields = move || settings.into_iter().map(|setting| view! { <OptionField setting/> }).collect_view();
    view! {
        <SettingsSection title=form.name description=form.description>
            {fixed}
            <Form action=save guard=true error_text=error::text id>
                <Hidden name="module" value=form.module/>
                <Card><div class="stack">{fields()}</div></Card>
                <div class="row"><SubmitButton label=td_string!(l, settings.save) reason/></div>
            </Form>
            {reset}
        </SettingsSection>
    }
    .into_any()
}

/// Why the settings cannot be changed; empty when they can. The server decides for itself.
pub fn refusal() -> String {
    if may(permissions::STORES_MANAGE) { String::new() } else { td_string!(page(), settings.read_only).to_owned() }
}
