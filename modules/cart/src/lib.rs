//! The shopping cart: anonymous or a customer's, checked against stock and prices on every view.

orion_kernel::i18n!();

mod components;
mod error;
pub mod model;
mod pages;
pub mod paths;
mod permissions;
#[cfg(not(target_family = "wasm"))]
pub mod server;
mod server_fns;
mod views;

use leptos::prelude::*;
use leptos_router::path;
use orion_contracts::slots::PRODUCT_BUY;
use orion_kernel::{Frontend, ModuleDefinition, SlotContribution, Tier, module::Route};
use orion_ui::lazy::page;

use i18n::{of, td_string};

/// Pages of the storefront.
#[derive(Clone, Copy)]
enum StorefrontPage {
    Cart,
}

#[lazy]
fn cart_storefront_pages(page: Option<StorefrontPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorefrontPage::Cart) => view! { <pages::storefront::Cart/> }.into_any(),
    }
}

#[lazy]
fn cart_product_buy(variant: Option<String>) -> AnyView {
    match variant {
        None => ().into_any(),
        Some(variant) => view! { <components::AddToCart variant/> }.into_any(),
    }
}

fn routes(frontend: Frontend) -> Vec<Route> {
    match frontend {
        Frontend::Storefront => vec![page(path!("cart"), StorefrontPage::Cart, cart_storefront_pages)],
        Frontend::Platform | Frontend::Admin | Frontend::Store => Vec::new(),
    }
}

/// The module's declaration.
#[must_use]
pub fn definition() -> ModuleDefinition {
    ModuleDefinition {
        requires: &["catalog"],
        permissions: permissions::all(),
        routes,
        slots: vec![SlotContribution {
            slot: PRODUCT_BUY,
            order: 10,
            view: |subject| Box::pin(cart_product_buy(subject)),
        }],
        ..ModuleDefinition::new(
            "cart",
            Tier::Optional,
            |l| td_string!(of(l), module.name),
            |l| td_string!(of(l), module.description),
        )
    }
}
