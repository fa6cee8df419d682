//! The back office: navigation at the left, a bar at the top.

use leptos::prelude::*;
use orion_kernel::boot::{MenuItemView, MenuSectionView};

use super::{Brand, MAIN, NavItem, NavSection, frame};
use crate::{
    action::face,
    i18n::{page, td_string},
    icon::IconName,
};

const NAVIGATION: &str = "navigation";

impl NavSection {
    /// The page's menu. Where the pages of one entry lie below another's, the longer address is the current one.
    #[must_use]
    pub fn of_menu(menu: Vec<MenuSectionView>) -> Vec<Self> {
        let paths: Vec<String> = menu.iter().flat_map(|section| &section.items).map(|item| item.path.clone()).collect();
        let below = |path: &str| {
            let parent = format!("{path}/");
            paths.iter().filter(|other| other.starts_with(&parent)).cloned().collect()
        };
        let entry = |item: MenuItemView| {
            let (exact, rivals) = (item.path == "/", below(&item.path));
            let entry = NavItem::new(item.label, item.path, IconName::from_code(&item.icon)).rivals(rivals);
            if exact { entry.exact() } else { entry }
        };
        menu.into_iter()
            .map(|section| Self::new(section.title, section.items.into_iter().map(entry).collect()))
            .collect()
    }
}

/// The frame of `admin` and `store`.
#[component]
pub fn BackOfficeLayout(
    /// Whose office it is.
    brand: Brand,
    /// The navigation; the page's menu becomes one with [`NavSection::of_menu`].
    nav: Vec<NavSection>,
    /// Beside the brand: the store switcher.
    #[prop(optional, into)]
    switcher: Option<ViewFnOnce>,
    /// In the middle of the bar.
    #[prop(optional, into)]
    search: Option<ViewFnOnce>,
    /// At the end of the bar: notifications, help, account.
    #[prop(optional, into)]
    tools: Option<ViewFnOnce>,
    /// Below the navigation: the storefront, settings.
    #[prop(optional, into)]
    foot: Option<ViewFnOnce>,
    /// The page.
    children: Children,
) -> AnyView {
    let l = page();
    let menu = td_string!(l, layout.menu).to_string();
    let navigation = td_string!(l, layout.navigation).to_string();
    let sections = nav.into_iter().map(NavSection::view).collect_view();
    frame(move || {
        view! {
            <div class="office">
                <header class="office-top">
                    <button
                        type="button"
                        class="button office-menu-button"
                        data-variant="plain"
                        data-icon-only=true
                        popovertarget=NAVIGATION
                    >
                        {face(menu, Some(IconName::Menu), true)}
                    </button>
                    {brand.with_mark()}
                    {switcher.map(ViewFnOnce::run)}
                    {search.map(|search| view! { <div class="search">{search.run()}</div> })}
                    <div class="office-tools">{tools.map(ViewFnOnce::run)}</div>
                </header>
                <nav class="office-nav drawer" id=NAVIGATION popover="auto" aria-label=navigation>
                    {sections}
                    {foot.map(|foot| view! { <div class="office-nav-foot">{foot.run()}</div> })}
                </nav>
                <main class="office-main" id=MAIN tabindex="-1">
                    {children()}
                </main>
            </div>
        }
        .into_any()
    })
}
