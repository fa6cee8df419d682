//! The pages about oneself as tabs.

use leptos::prelude::*;
use orion_ui::{Tab, Tabs};

use crate::{
    i18n::{page, td_string},
    paths,
};

/// Leads from one page about oneself to the next.
#[component]
pub fn ProfileTabs() -> impl IntoView {
    let l = page();
    let items = vec![
        Tab::new(td_string!(l, profile.title), paths::PROFILE),
        Tab::new(td_string!(l, security.title), paths::SECURITY),
        Tab::new(td_string!(l, security.sessions.title), paths::SESSIONS),
        Tab::new(td_string!(l, security.notifications), paths::PREFERENCES),
    ];
    view! { <Tabs label=td_string!(l, profile.title) items/> }
}
