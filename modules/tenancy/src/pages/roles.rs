//! The roles of a team and of operators: the same pages in both back offices.

mod editor;
mod index;

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use orion_ui::{SettingsPage, done};

use crate::{
    i18n::{page, td_string},
    pages::{admin::PeopleTabs, store::SettingsTabs},
    paths,
    permissions::{OPERATORS_MANAGE, TEAM_MANAGE},
    server_fns::{admin, store},
    views::RoleId,
};
use editor::editor;
use index::index;

/// The roles of a store's team.
#[component]
pub fn TeamRoles() -> impl IntoView {
    let l = page();
    let remove = ServerAction::<store::access::DeleteRole>::new();
    let changes = done(remove);
    let roles = Resource::new(move || changes.get(), |_| store::access::list_roles());
    view! {
        <SettingsPage title=td_string!(l, settings.title)>
            <SettingsTabs/>
            {index(roles, remove, paths::ROLES, TEAM_MANAGE)}
        </SettingsPage>
    }
}

/// A role of a store's team, or a new one.
#[component]
pub fn TeamRole() -> impl IntoView {
    let (id, copied) = asked();
    let role = Resource::new(move || (id.get(), copied.get()), |(id, copied)| store::access::role_page(id, copied));
    let save = ServerAction::<store::access::SaveRole>::new();
    editor(role, save, paths::ROLES, TEAM_MANAGE)
}

/// The roles of operators.
#[component]
pub fn OperatorRoles() -> impl IntoView {
    let l = page();
    let remove = ServerAction::<admin::access::DeleteRole>::new();
    let changes = done(remove);
    let roles = Resource::new(move || changes.get(), |_| admin::access::list_roles());
    view! {
        <SettingsPage title=td_string!(l, operators.title)>
            <PeopleTabs/>
            {index(roles, remove, paths::OPERATOR_ROLES, OPERATORS_MANAGE)}
        </SettingsPage>
    }
}

/// A role of operators, or a new one.
#[component]
pub fn OperatorRolePage() -> impl IntoView {
    let (id, copied) = asked();
    let role = Resource::new(move || (id.get(), copied.get()), |(id, copied)| admin::access::role_page(id, copied));
    let save = ServerAction::<admin::access::SaveRole>::new();
    editor(role, save, paths::OPERATOR_ROLES, OPERATORS_MANAGE)
}

/// The role in the address; a new one, perhaps like another, where there is none. What is no id is nobody's.
fn asked() -> (Memo<Option<RoleId>>, Memo<String>) {
    let (params, query) = (use_params_map(), use_query_map());
    let id = Memo::new(move |_| {
        let id = params.with(|params| params.get("id"))?;
        Some(id.parse().unwrap_or(RoleId(uuid::Uuid::nil())))
    });
    let copied = Memo::new(move |_| query.with(|query| query.get("like")).unwrap_or_default());
    (id, copied)
}
