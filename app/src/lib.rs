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

use leptos::{prelude::*, server_fn::redirect::set_redirect_hook};
use leptos_meta::Title;
use leptos_router::{NavigateOptions, components::Router, hooks::use_navigate};
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
    follow_redirects();
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

/// Where server functions lead on to: a path is a page of this frontend; anything else is loaded anew, by the browser. Stands
/// before the router, which would take every address of this host for a page of its own.
fn follow_redirects() {
    if !cfg!(target_family = "wasm") {
        return;
    }
    let owner = Owner::current();
    let follow = move |address: &str| {
        if !address.starts_with('/') {
            // It fails only for what is no address.
            drop(window().location().set_href(address));
        } else if let Some(navigate) = owner.as_ref().map(|owner| owner.with(use_navigate)) {
            let address = address.to_owned();
            // The action hears of its end first.
            request_animation_frame(move || {
                navigate(&address, NavigateOptions { resolve: false, ..NavigateOptions::default() })
            });
        }
    };
    // It is set once: this is the first.
    drop(set_redirect_hook(Box::new(follow)));
}

/// A page's title. On the server the framework writes it into the head as it is, and names that people gave may hold markup.
fn title(text: String) -> String {
    if cfg!(target_family = "wasm") { text } else { text.replace('&', "&amp;").replace('<', "&lt;") }
}
