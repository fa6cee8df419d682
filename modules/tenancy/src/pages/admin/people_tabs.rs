//! The pages about people as tabs.

use leptos::prelude::*;
use orion_ui::{Tab, Tabs};

use crate::{
    i18n::{page, td_string},
    paths,
};

/// Leads from the operators to their roles.
#[component]
pub fn PeopleTabs() -> impl IntoView {
    let l = page();
    let items = vec![
        Tab::new(td_string!(l, operators.title), paths::OPERATORS),
        Tab::new(td_string!(l, roles.title), paths::OPERATOR_ROLES),
    ];
    view! { <Tabs label=td_string!(l, operators.title) items/> }
}
