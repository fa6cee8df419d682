//! Being paid: methods, the provider's page, what happens to the money, and sending it back.

orion_kernel::i18n!();

mod error;
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
use orion_kernel::{Frontend, MenuItem, MenuSection, ModuleDefinition, Tier, module::Route};
use orion_ui::lazy::page;

use i18n::{of, td_string};

/// Pages of the back office.
#[derive(Clone, Copy)]
enum StorePage {
    Index,
    Details,
}

/// Pages of the storefront.
#[derive(Clone, Copy)]
enum StorefrontPage {
    Pay,
    Return,
}

#[lazy]
fn payments_store_pages(page: Option<StorePage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorePage::Index) => view! { <pages::store::PaymentIndex/> }.into_any(),
        Some(StorePage::Details) => view! { <pages::store::PaymentDetails/> }.into_any(),
    }
}

#[lazy]
fn payments_storefront_pages(page: Option<StorefrontPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorefrontPage::Pay) => view! { <pages::storefront::Pay/> }.into_any(),
        Some(StorefrontPage::Return) => view! { <pages::storefront::PayReturn/> }.into_any(),
    }
}

fn routes(frontend: Frontend) -> Vec<Route> {
    match frontend {
        Frontend::Store => vec![
            page(path!("payments"), StorePage::Index, payments_store_pages),
            page(path!("payments/:payment"), StorePage::Details, payments_store_pages),
        ],
        Frontend::Storefront => vec![
            page(path!("pay/:payment/return"), StorefrontPage::Return, payments_storefront_pages),
            page(path!("pay/:payment"), StorefrontPage::Pay, payments_storefront_pages),
        ],
        Frontend::Platform | Frontend::Admin => Vec::new(),
    }
}

/// The module's declaration.
#[must_use]
pub fn definition() -> ModuleDefinition {
    ModuleDefinition {
        permissions: permissions::all(),
        menu: vec![MenuItem {
            frontend: Frontend::Store,
            section: MenuSection { code: "main", title: None, order: 0 },
            label: |l| td_string!(of(l), module.menu),
            icon: "credit-card",
            path: paths::PAYMENTS,
            permission: Some(permissions::VIEW),
            feature: None,
            order: 15,
        }],
        routes,
        ..ModuleDefinition::new(
            "payments",
            Tier::Core,
            |l| td_string!(of(l), module.name),
            |l| td_string!(of(l), module.description),
        )
    }
}
