//! The settings' pages as tabs.

use leptos::prelude::*;
use orion_ui::{Tab, Tabs};

use crate::{
    i18n::{page, td_string},
    paths,
};

/// Leads from one page of the store's settings to the next.
#[component]
pub fn SettingsTabs() -> impl IntoView {
    let l = page();
    let items = vec![
        Tab::new(td_string!(l, settings.general), paths::SETTINGS),
        Tab::new(td_string!(l, region.title), paths::REGION),
        Tab::new(td_string!(l, door.tab), paths::ACCESS),
        Tab::new(td_string!(l, domains.title), paths::DOMAINS),
        Tab::new(td_string!(l, shipping.title), paths::SHIPPING),
        Tab::new(td_string!(l, options.title), paths::OPTIONS),
        Tab::new(td_string!(l, team.title), paths::TEAM),
        Tab::new(td_string!(l, keys.title), paths::API_KEYS),
    ];
    view! { <Tabs label=td_string!(l, settings.title) items/> }
}
