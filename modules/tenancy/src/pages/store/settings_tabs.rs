//! The settings' pages as tabs, and what whoever is signed in may do there.

use leptos::prelude::*;
use orion_kernel::Boot;
use orion_ui::{Tab, Tabs};

use crate::{
    i18n::{page, td_string},
    paths, permissions,
};

/// Leads from one page of the store's settings to the next.
#[component]
pub fn SettingsTabs() -> impl IntoView {
    let l = page();
    let items = vec![
        Tab::new(td_string!(l, settings.general), paths::SETTINGS),
        Tab::new(td_string!(l, shipping.title), paths::SHIPPING),
        Tab::new(td_string!(l, team.title), paths::TEAM),
    ];
    view! { <Tabs label=td_string!(l, settings.title) items/> }
}

/// Why the settings cannot be changed; empty when they can. The server decides for itself.
pub fn refusal() -> String {
    let may = use_context::<Boot>()
        .and_then(|boot| boot.principal)
        .is_some_and(|principal| principal.may(permissions::STORES_MANAGE.0));
    if may { String::new() } else { td_string!(page(), settings.read_only).to_owned() }
}
