//! Setting up a second factor. Whoever must have one and has none gets nowhere else before.

use leptos::prelude::*;
use orion_kernel::AppError;
use orion_ui::{Alert, Card, LinkButton, Load, Page, Tone};

use super::{
    actions::Call,
    app::{app_setup, finished},
};
use crate::{
    components::AddPasskey,
    i18n::{page, td_string},
    model::Office,
    paths,
    server_fns::{admin::identity as admin, store::identity as store},
    views::{AppSetup, Security},
};

/// In the admin.
#[component]
pub fn AdminSecondFactor() -> impl IntoView {
    let security = Resource::new(|| (), |()| admin::security_page());
    let setup = Resource::new(|| (), |()| admin::set_up_app());
    second_factor(security, setup, ServerAction::<admin::ConfirmApp>::new(), Office::Admin)
}

/// In a store's back office.
#[component]
pub fn StoreSecondFactor() -> impl IntoView {
    let security = Resource::new(|| (), |()| store::security_page());
    let setup = Resource::new(|| (), |()| store::set_up_app());
    second_factor(security, setup, ServerAction::<store::ConfirmApp>::new(), Office::Store)
}

fn second_factor<S: Call<Vec<String>>>(
    security: Resource<Result<Security, AppError>>,
    setup: Resource<Result<AppSetup, AppError>>,
    confirm: ServerAction<S>,
    office: Office,
) -> impl IntoView {
    let l = page();
    let codes = RwSignal::new(None::<Vec<String>>);
    let done = Callback::new(move |fresh: Vec<String>| codes.set(Some(fresh)));
    let content = move |security: Security| {
        let l = page();
        if security.app_since.is_some() {
            return view! {
                <Alert tone=Tone::Success title=td_string!(l, security.app.on)/>
                <div class="row">
                    <LinkButton label=td_string!(l, security.title) href=paths::SECURITY/>
                </div>
            }
            .into_any();
        }
        let required = security.is_missing.then(|| {
            view! {
                <Alert tone=Tone::Warning title=td_string!(l, security.enrol.required_title)>
                    {td_string!(l, security.enrol.required_body)}
                </Alert>
            }
        });
        view! {
            <div class="stack">
                {required}
                {app_setup(setup, confirm, done)}
                <Card title=td_string!(l, security.passkeys.title) subtitle=td_string!(l, security.enrol.passkey)>
                    <AddPasskey office on_added=done/>
                </Card>
            </div>
        }
        .into_any()
    };
    let content = StoredValue::new(content);
    view! {
        <Page title=td_string!(l, security.enrol.title) subtitle=td_string!(l, security.enrol.lead) narrow=true>
            {move || match codes.get() {
                Some(codes) => finished(codes),
                None => view! { <Load value=security view=move |value| content.with_value(|content| content(value))/> }.into_any(),
            }}
        </Page>
    }
}
