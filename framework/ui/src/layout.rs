//! The frames around pages: back office, storefront, the platform's site, and pages of one card.

mod bell;
mod menus;
mod nav;
mod office;
mod search;
mod site;
mod storefront;

use leptos::{context::Provider, prelude::*};

pub use bell::{Bell, UnreadCount};
pub use menus::{LanguageLink, LanguageMenu, ThemeMenu};
pub use nav::{Brand, FooterColumn, NavItem, NavSection};
pub use office::BackOfficeLayout;
pub use search::{PaletteKind, SearchButton};
pub use site::PlatformLayout;
pub use storefront::StorefrontLayout;

use crate::{
    action::close_on_leaving,
    i18n::{page, td_string},
    toast::{Toaster, Toasts},
};

/// Where the keyboard skips to.
const MAIN: &str = "main";

/// What every frame has: the link past the navigation, and a place for messages.
fn frame(inside: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    close_on_leaving();
    view! {
        <Provider value=Toaster::new()>
            <a class="skip-link" href=format!("#{MAIN}") rel="external">
                {td_string!(page(), pages.skip_to_content).to_string()}
            </a>
            {inside()}
            <Toasts />
        </Provider>
    }
    .into_any()
}

/// A page of one card in the middle: signing in, choosing a store.
#[component]
pub fn GateLayout(
    /// Whose page it is.
    brand: Brand,
    /// Below the card: languages, another way in.
    #[prop(optional, into)]
    foot: Option<ViewFnOnce>,
    /// The card.
    children: Children,
) -> AnyView {
    frame(move || {
        view! {
            <main class="gate" id=MAIN tabindex="-1">
                {brand.view()}
                {children()}
                {foot.map(|foot| view! { <div class="row muted">{foot.run()}</div> })}
            </main>
        }
        .into_any()
    })
}
