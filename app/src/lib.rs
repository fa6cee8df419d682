//! Composition: the list of modules, the four frontends, the document around them.
#![recursion_limit = "512"]

orion_kernel::i18n!();

pub mod document;
mod layouts;
mod library;
pub mod modules;
mod routes;
#[cfg(not(target_family = "wasm"))]
pub mod server;

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::Router;
use orion_kernel::{Boot, Frontend, boot};
use orion_ui::{CartCount, Slots, UnreadCount};

use layouts::{AdminLayout, PlatformFrame, StoreLayout, StorefrontFrame};

/// The whole application, on both sides. The server provides the [`Boot`]; the browser reads it from the page.
///
/// # Panics
///
/// When the server provides no boot state, which it does for every page.
#[component]
pub fn App() -> impl IntoView {
    let boot = SharedValue::new(|| boot::boot().expect("the server provides the boot state")).into_inner();
    let cart_count = boot.value(orion_contracts::carts::CART_COUNT).unwrap_or_default();
    provide_context::<Boot>(boot.clone());
    provide_context(CartCount(RwSignal::new(cart_count)));
    let unread = boot.value(orion_contracts::notifications::UNREAD).unwrap_or_default();
    provide_context(UnreadCount(RwSignal::new(unread)));
    provide_context(Slots(|slot, boot| modules::registry().slot(slot, |module| boot.has_module(module))));
    leptos_meta::provide_meta_context();
    view! {
        <Title formatter=title/>
        <Router base=boot.base.clone()>
            {match boot.frontend {
                Frontend::Platform => view! { <PlatformFrame boot=boot.clone()>{routes::routes(&boot)}</PlatformFrame> }.into_any(),
                Frontend::Admin => view! { <AdminLayout boot=boot.clone()>{routes::routes(&boot)}</AdminLayout> }.into_any(),
                Frontend::Store => view! { <StoreLayout boot=boot.clone()>{routes::routes(&boot)}</StoreLayout> }.into_any(),
                Frontend::Storefront => {
                    view! { <StorefrontFrame boot=boot.clone()>{routes::routes(&boot)}</StorefrontFrame> }.into_any()
                }
            }}
        </Router>
    }
}

/// A page's title. On the server the framework writes it into the head as it is, and names that people gave may hold markup.
fn title(text: String) -> String {
    if cfg!(target_family = "wasm") { text } else { text.replace('&', "&amp;").replace('<', "&lt;") }
}
