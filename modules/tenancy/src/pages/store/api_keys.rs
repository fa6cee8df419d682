//! The store's keys for programs.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    ActionButton, Alert, Badge, Card, Choice, Column, Confirm, DataTable, FieldRow, Form, Load, Select, SettingsPage,
    SettingsSection, Size, SubmitButton, TextField, Tone, Variant, all_done, done, page::locale,
};

use super::settings_tabs::SettingsTabs;
use crate::{
    components::PermissionBoxes,
    error,
    forms::KEY_DAYS,
    i18n::{page, td_string},
    server_fns::store::access::{CreateApiKey, RevokeApiKey, list_api_keys},
    views::{ApiKeyRow, ApiKeysPage as Keys, NewApiKey},
};

/// The keys, and a form for a new one, which is shown once.
#[component]
pub fn ApiKeysPage() -> impl IntoView {
    let l = page();
    let create = ServerAction::<CreateApiKey>::new();
    let revoke = ServerAction::<RevokeApiKey>::new();
    let changes = all_done([done(create), done(revoke)]);
    let keys = Resource::new(move || changes.get(), |_| list_api_keys());
    let made = move || create.value().with(|value| value.as_ref().and_then(|made| made.as_ref().ok().cloned()));
    view! {
        <SettingsPage title=td_string!(l, settings.title)>
            <SettingsTabs/>
            {move || made().map(new_key)}
            <Load value=keys view=move |keys| sections(keys, create, revoke)/>
        </SettingsPage>
    }
}

fn new_key(made: NewApiKey) -> AnyView {
    let l = page();
    view! {
        <Alert tone=Tone::Success title=td_string!(l, keys.made, name = made.name).to_string()>
            <p>{td_string!(l, keys.made_body)}</p>
            <TextField name="made" label=td_string!(l, keys.key) value=made.key readonly=true/>
        </Alert>
    }
    .into_any()
}

fn sections(keys: Keys, create: ServerAction<CreateApiKey>, revoke: ServerAction<RevokeApiKey>) -> AnyView {
    let l = page();
    view! {
        <Alert>{td_string!(l, keys.not_yet)}</Alert>
        <SettingsSection title=td_string!(l, keys.title) description=td_string!(l, keys.lead)>
            {table(keys.keys, revoke)}
        </SettingsSection>
        <SettingsSection title=td_string!(l, keys.new_title) description=td_string!(l, keys.new_lead)>
            <Form action=create reset_on_success=true error_text=error::text>
                <Card>
                    <FieldRow>
                        <TextField name="name" label=td_string!(l, keys.name) hint=td_string!(l, keys.name_hint) required=true/>
                        <Select name="days" label=td_string!(l, keys.days) options=days() value="365" required=true/>
                    </FieldRow>
                </Card>
                <PermissionBoxes name="scopes" groups=keys.groups/>
                <div class="row"><SubmitButton label=td_string!(l, keys.create)/></div>
            </Form>
        </SettingsSection>
    }
    .into_any()
}

fn days() -> Vec<Choice> {
    let l = page();
    let label = |days: u16| {
        if days == 0 {
            td_string!(l, keys.always).to_owned()
        } else {
            td_string!(l, keys.for_days, days = days).to_string()
        }
    };
    KEY_DAYS.into_iter().map(|days| Choice::new(days.to_string(), label(days))).collect()
}

fn table(rows: Vec<ApiKeyRow>, revoke: ServerAction<RevokeApiKey>) -> AnyView {
    let l = page();
    if rows.is_empty() {
        return view! { <Card><p class="muted">{td_string!(l, keys.none)}</p></Card> }.into_any();
    }
    let columns = vec![
        Column::new(td_string!(l, keys.name), |row: &ApiKeyRow| {
            let (name, prefix) = (row.name.clone(), format!("{}…", row.prefix));
            view! { <div>{name}</div> <code class="muted">{prefix}</code> }
        }),
        Column::new(td_string!(l, keys.scopes), |row: &ApiKeyRow| row.scopes.join(", ")),
        Column::new(td_string!(l, keys.created), |row: &ApiKeyRow| {
            let at = fmt::date(locale(), row.created_at);
            td_string!(page(), keys.created_by, date = at, name = row.created_by.clone()).to_string()
        })
        .aside(),
        Column::new(td_string!(l, keys.expires), expires),
        Column::new(td_string!(l, keys.used), |row: &ApiKeyRow| {
            row.last_used_at
                .map_or_else(|| td_string!(page(), keys.never_used).to_owned(), |at| fmt::date_time(locale(), at))
        }),
        Column::new(td_string!(l, roles.actions), move |row: &ApiKeyRow| {
            view! {
                <ActionButton
                    action=revoke
                    label=td_string!(page(), keys.revoke)
                    fields=vec![("id", row.id.to_string())]
                    variant=Variant::Critical
                    size=Size::Small
                    confirm=Confirm::new(
                        td_string!(page(), keys.revoke_title, name = row.name.clone()).to_string(),
                        td_string!(page(), keys.revoke_body),
                    )
                    error_text=error::text
                />
            }
        })
        .end(),
    ];
    view! { <Card flush=true><DataTable caption=td_string!(l, keys.title) columns rows/></Card> }.into_any()
}

fn expires(row: &ApiKeyRow) -> AnyView {
    let l = page();
    match row.expires_at {
        Some(_) if row.is_expired => view! { <Badge label=td_string!(l, keys.expired) tone=Tone::Warning/> }.into_any(),
        Some(at) => fmt::date(locale(), at).into_any(),
        None => td_string!(l, keys.always).into_any(),
    }
}
