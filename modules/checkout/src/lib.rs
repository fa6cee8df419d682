//! The checkout: from a cart to an order, exactly once.

orion_kernel::i18n!();

mod countries;
mod error;
mod forms;
mod model;
mod pages;
pub mod paths;
mod permissions;
#[cfg(not(target_family = "wasm"))]
pub mod server;
mod server_fns;
mod views;

use leptos::prelude::*;
use leptos_router::path;
use orion_kernel::{Frontend, ModuleDefinition, Tier, module::Route};
use orion_ui::lazy::page;

use i18n::{of, td_string};

/// Pages of the storefront.
#[derive(Clone, Copy)]
enum StorefrontPage {
    Checkout,
    Complete,
}

#[lazy]
fn checkout_storefront_pages(page: Option<StorefrontPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorefrontPage::Checkout) => view! { <pages::Checkout/> }.into_any(),
        Some(StorefrontPage::Complete) => view! { <pages::Complete/> }.into_any(),
    }
}

fn routes(frontend: Frontend) -> Vec<Route> {
    match frontend {
        Frontend::Storefront => vec![
            page(path!("checkout"), StorefrontPage::Checkout, checkout_storefront_pages),
            page(path!("checkout/complete/:checkout"), StorefrontPage::Complete, checkout_storefront_pages),
        ],
        Frontend::Platform | Frontend::Admin | Frontend::Store => Vec::new(),
    }
}

/// The module's declaration.
#[must_use]
pub fn definition() -> ModuleDefinition {
    ModuleDefinition {
        requires: &["cart", "orders"],
        permissions: permissions::all(),
        routes,
        styles: &[(Frontend::Storefront, include_str!("../style/storefront.css"))],
        ..ModuleDefinition::new(
            "checkout",
            Tier::Optional,
            |l| td_string!(of(l), module.name),
            |l| td_string!(of(l), module.description),
        )
    }
}
