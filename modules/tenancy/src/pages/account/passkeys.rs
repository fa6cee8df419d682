//! One's passkeys.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    ActionButton, Card, Column, Confirm, DataTable, IconName, SettingsSection, Size, Variant, done, page::locale,
    say_done,
};

use super::actions::Call;
use crate::{
    components::{AddPasskey, RecoveryCodes},
    error,
    i18n::{page, td_string},
    model::Office,
    views::{PasskeyRow, Security},
};

/// Lists them, adds one, removes one. `codes` are those of whoever has just got their first second factor.
pub fn passkeys_section<S: Call<()>>(
    security: &Security,
    office: Office,
    remove: ServerAction<S>,
    codes: RwSignal<Vec<String>>,
    on_added: Callback<Vec<String>>,
) -> impl IntoView + use<S> {
    let l = page();
    say_done(done(remove), td_string!(l, security.passkeys.removed));
    let rows = security.passkeys.clone();
    let columns = vec![
        Column::new(td_string!(l, security.passkeys.name), |row: &PasskeyRow| row.name.clone()),
        Column::new(td_string!(l, security.passkeys.added), |row: &PasskeyRow| fmt::date(locale(), row.created_at))
            .aside(),
        Column::new(td_string!(l, security.passkeys.used), |row: &PasskeyRow| match row.last_used_at {
            Some(at) => fmt::date(locale(), at),
            None => td_string!(page(), security.passkeys.never).to_owned(),
        }),
        Column::new(td_string!(l, roles.actions), move |row: &PasskeyRow| {
            let l = page();
            let title = td_string!(l, security.passkeys.remove_title, name = row.name.clone()).to_string();
            view! {
                <ActionButton
                    action=remove
                    label=td_string!(l, security.passkeys.remove)
                    fields=vec![("id", row.id.to_string())]
                    size=Size::Small
                    variant=Variant::Critical
                    icon=IconName::X
                    confirm=Confirm::new(title, td_string!(l, security.passkeys.remove_body))
                    error_text=error::text
                />
            }
        })
        .end(),
    ];
    let table = (!rows.is_empty()).then(|| {
        view! {
            <Card flush=true>
                <DataTable caption=td_string!(l, security.passkeys.title) columns rows/>
            </Card>
        }
    });
    view! {
        <SettingsSection title=td_string!(l, security.passkeys.title) description=td_string!(l, security.passkeys.lead)>
            {move || {
                let codes = codes.get();
                (!codes.is_empty()).then(|| view! { <RecoveryCodes codes/> })
            }}
            {table}
            <Card><AddPasskey office on_added/></Card>
        </SettingsSection>
    }
}
