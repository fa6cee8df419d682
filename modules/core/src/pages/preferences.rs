//! What one wants to be told, and how.

use leptos::{
    prelude::*,
    server_fn::{Http, ServerFn, codec::PostUrl},
};
use orion_kernel::AppError;
use orion_ui::{Card, Checkbox, Column, DataTable, Form, Load, SettingsPage, SettingsSection, done, say_done};
use serde::de::DeserializeOwned;

use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::{admin, store},
    views::PreferenceRow,
};

/// An operator's choices.
#[component]
pub fn AdminPreferences() -> impl IntoView {
    show(Resource::new(|| (), |()| admin::preferences()), ServerAction::<admin::SavePreferences>::new())
}

/// A team member's choices for this store.
#[component]
pub fn StorePreferences() -> impl IntoView {
    show(Resource::new(|| (), |()| store::preferences()), ServerAction::<store::SavePreferences>::new())
}

fn show<S, O>(rows: Resource<Result<Vec<PreferenceRow>, AppError>>, save: ServerAction<S>) -> impl IntoView
where
    S: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, O>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    O: 'static,
{
    let l = page();
    say_done(done(save), td_string!(l, preferences.saved));
    view! {
        <SettingsPage
            title=td_string!(l, preferences.title)
            back=paths::PROFILE
            back_label=td_string!(l, preferences.profile)
        >
            <SettingsSection title=td_string!(l, preferences.kinds) description=td_string!(l, preferences.lead)>
                <Load value=rows view=move |rows| form(rows, save)/>
            </SettingsSection>
        </SettingsPage>
    }
}

fn form<S, O>(rows: Vec<PreferenceRow>, save: ServerAction<S>) -> AnyView
where
    S: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, O>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    O: 'static,
{
    let l = page();
    let tick = |name: &'static str, row: &PreferenceRow, checked: bool, how: &str| {
        let label = format!("{}: {how}", row.label);
        let id = format!("{name}-{}", row.kind);
        view! { <Checkbox name=format!("{name}[]") value=row.kind.clone() label checked hide_label=true id/> }
    };
    let (in_app, by_mail) = (td_string!(l, preferences.in_app), td_string!(l, preferences.by_mail));
    view! {
        <Form action=save submit=td_string!(l, preferences.save)>
            <Card flush=true>
                <DataTable
                    caption=td_string!(l, preferences.kinds)
                    columns=vec![
                        Column::new(td_string!(l, preferences.kind), |row: &PreferenceRow| row.label.clone()),
                        Column::new(in_app, move |row: &PreferenceRow| tick("in_app", row, row.in_app, in_app)),
                        Column::new(by_mail, move |row: &PreferenceRow| tick("by_mail", row, row.by_mail, by_mail)),
                    ]
                    rows
                    empty=td_string!(l, preferences.nothing)
                />
            </Card>
        </Form>
    }
    .into_any()
}
