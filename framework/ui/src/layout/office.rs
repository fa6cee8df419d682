//! The back office: navigation at the left, a bar at the top.

use leptos::prelude::*;
use orion_kernel::boot::MenuSectionView;

use super::{Brand, MAIN, NavItem, NavSection, frame};
use crate::{
    action::face,
    i18n::{page, td_string},
    icon::IconName,
};

const NAVIGATION: &str = "navigation";

impl From<MenuSectionView> for NavSection {
    fn from(section: MenuSectionView) -> Self {
        let items = section.items.into_iter().map(|item| {
            let exact = item.path == "/";
            let entry = NavItem::new(item.label, item.path, IconName::from_code(&item.icon));
            if exact { entry.exact() } else { entry }
        });
        Self::new(section.title, items.collect())
    }
}

/// The frame of `admin` and `store`.
#[component]
pub fn BackOfficeLayout(
    /// Whose office it is.
    brand: Brand,
    /// The navigation; the page's menu converts with `into`.
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
