//! The platform's own site.

use leptos::prelude::*;

use super::{Brand, FooterColumn, MAIN, NavItem, frame};
use crate::{
    action::face,
    i18n::{page, td_string},
    icon::IconName,
};

const NAVIGATION: &str = "navigation";

/// The frame of the platform's site.
#[component]
pub fn PlatformLayout(
    /// Whose platform it is.
    brand: Brand,
    /// The site's navigation.
    nav: Vec<NavItem>,
    /// At the header's end: sign in, start.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// Columns of links in the footer.
    #[prop(optional)]
    footer: Vec<FooterColumn>,
    /// At the footer's bottom: who runs it, languages.
    #[prop(optional, into)]
    legal: Option<ViewFnOnce>,
    /// The page.
    children: Children,
) -> AnyView {
    let l = page();
    let menu = td_string!(l, layout.menu).to_string();
    let navigation = td_string!(l, layout.navigation).to_string();
    let entries = nav.into_iter().map(NavItem::plain).collect_view();
    let columns = footer.into_iter().map(FooterColumn::view).collect_view();
    frame(move || {
        view! {
            <div class="site">
                <header class="site-head">
                    <div>
                        <button
                            type="button"
                            class="button site-menu-button"
                            data-variant="plain"
                            data-icon-only=true
                            popovertarget=NAVIGATION
                        >
                            {face(menu, Some(IconName::Menu), true)}
                        </button>
                        {brand.with_mark()}
                        <nav class="site-nav drawer" id=NAVIGATION popover="auto" aria-label=navigation>
                            <ul>{entries}</ul>
                        </nav>
                        <div class="site-tools">{actions.map(ViewFnOnce::run)}</div>
                    </div>
                </header>
                <main class="site-main" id=MAIN tabindex="-1">
                    {children()}
                </main>
                <footer class="site-foot">
                    <div>{columns}</div>
                    {legal.map(|legal| view! { <div class="site-legal">{legal.run()}</div> })}
                </footer>
            </div>
        }
        .into_any()
    })
}
