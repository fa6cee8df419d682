//! The store's team.

use leptos::prelude::*;
use orion_ui::{Card, Column, DataTable, Load, SettingsPage, SettingsSection};

use super::settings_tabs::SettingsTabs;
use crate::{
    components::RoleBadge,
    i18n::{page, td_string},
    server_fns::store::list_team,
    views::{MemberRow, Role},
};

/// Who works in the store, and what they may do.
#[component]
pub fn TeamPage() -> impl IntoView {
    let l = page();
    let team = Resource::new(|| (), |()| list_team());
    view! {
        <SettingsPage title=td_string!(l, settings.title)>
            <SettingsTabs/>
            <SettingsSection title=td_string!(l, team.title) description=td_string!(l, team.lead)>
                <Load value=team view=table/>
            </SettingsSection>
        </SettingsPage>
    }
}

fn table(rows: Vec<MemberRow>) -> AnyView {
    let l = page();
    let columns = vec![
        Column::new(td_string!(l, team.name), |row: &MemberRow| {
            let (name, email) = (row.name.clone(), row.email.clone());
            view! { <div>{name}</div> <div class="muted">{email}</div> }
        }),
        Column::new(td_string!(l, team.role), |row: &MemberRow| view! { <RoleBadge role=row.role/> }),
        Column::new(td_string!(l, team.stores), |row: &MemberRow| {
            let l = page();
            if row.in_all_stores { td_string!(l, team.all_stores) } else { td_string!(l, team.this_store) }
        }),
        Column::new(td_string!(l, team.may), may),
    ];
    view! { <Card flush=true><DataTable caption=td_string!(l, team.title) columns rows/></Card> }.into_any()
}

fn may(row: &MemberRow) -> String {
    let l = page();
    match (row.role, row.may.is_empty()) {
        (Role::Owner, _) => td_string!(l, team.everything).to_owned(),
        (Role::Staff, true) => td_string!(l, team.nothing).to_owned(),
        (Role::Staff, false) => row.may.join(", "),
    }
}
