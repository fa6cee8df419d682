//! From one of somebody's stores to the next, in the back office's top bar.
//!
//! It stands in every page's first part, so it is little more than a button: the list is fetched when it is opened.

use leptos::prelude::*;
use orion_kernel::Boot;
use orion_ui::{IconName, Menu, MenuLink, Variant, lazy::later};

use super::store_finder::StoreFinder;
use crate::{
    i18n::{page, td_string},
    paths,
};

#[lazy]
fn tenancy_store_finder(locale_base: String) -> AnyView {
    view! { <StoreFinder base=locale_base/> }.into_any()
}

/// A menu of the stores somebody works in; without scripts, a link to the page that lists them.
#[component]
pub fn StoreSwitcher(
    /// The page.
    boot: Boot,
) -> impl IntoView {
    let l = page();
    let language = boot.base.strip_suffix(&boot.unprefixed_base).unwrap_or_default().to_owned();
    let all = format!("{language}{}", paths::STORES);
    let opened = RwSignal::new(false);
    let list = move || opened.get().then(|| later(tenancy_store_finder(language.clone())));
    view! {
        <div on:click=move |_| opened.set(true)>
            <Menu
                id="store-switcher"
                label=td_string!(l, switcher.title)
                icon=IconName::ChevronsUpDown
                icon_only=true
                variant=Variant::Plain
            >
                {list}
                <MenuLink label=td_string!(l, switcher.all) href=all icon=IconName::Store external=true/>
            </Menu>
        </div>
    }
}
