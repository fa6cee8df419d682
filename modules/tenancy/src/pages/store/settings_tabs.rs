//! The settings' pages as tabs.

use leptos::prelude::*;
use orion_kernel::{Boot, Permission};
use orion_ui::{Tab, Tabs};

use crate::{
    i18n::{page, td_string},
    paths,
    permissions::{API_KEYS_MANAGE, STORES_MANAGE, STORES_VIEW, TEAM_VIEW},
};

/// Leads from one page of the store's settings to the next.
#[component]
pub fn SettingsTabs() -> impl IntoView {
    let l = page();
    let principal = use_context::<Boot>().and_then(|boot| boot.principal);
    let may = |permission: Permission| principal.as_ref().is_some_and(|principal| principal.may(permission.0));
    let items = [
        (STORES_VIEW, td_string!(l, settings.general), paths::SETTINGS),
        (STORES_VIEW, td_string!(l, region.title), paths::REGION),
        (STORES_MANAGE, td_string!(l, door.tab), paths::ACCESS),
        (STORES_VIEW, td_string!(l, domains.title), paths::DOMAINS),
        (STORES_VIEW, td_string!(l, shipping.title), paths::SHIPPING),
        (STORES_VIEW, td_string!(l, options.title), paths::OPTIONS),
        (TEAM_VIEW, td_string!(l, team.title), paths::TEAM),
        (API_KEYS_MANAGE, td_string!(l, keys.title), paths::API_KEYS),
    ];
    let items =
        items.into_iter().filter(|(needed, ..)| may(*needed)).map(|(_, label, path)| Tab::new(label, path)).collect();
    view! { <Tabs label=td_string!(l, settings.title) items/> }
}
