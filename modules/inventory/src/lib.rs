//! Stock of each variant: on the shelf, held while somebody pays, and the ledger of every change.

orion_kernel::i18n!();

mod components;
mod error;
pub mod forms;
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
use orion_contracts::slots::PRODUCT_DETAILS_SIDE;
use orion_kernel::{Frontend, MenuItem, MenuSection, ModuleDefinition, SlotContribution, Tier, module::Route};
use orion_ui::lazy::page;

use i18n::{of, td_string};

/// Pages of the back office.
#[derive(Clone, Copy)]
enum StorePage {
    Index,
    Details,
}

#[lazy]
fn inventory_store_pages(page: Option<StorePage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorePage::Index) => view! { <pages::store::StockIndex/> }.into_any(),
        Some(StorePage::Details) => view! { <pages::store::StockDetails/> }.into_any(),
    }
}

#[lazy]
fn inventory_product_side(product: Option<String>) -> AnyView {
    match product {
        None => ().into_any(),
        Some(product) => view! { <components::ProductStock product/> }.into_any(),
    }
}

fn routes(frontend: Frontend) -> Vec<Route> {
    match frontend {
        Frontend::Store => vec![
            page(path!("inventory"), StorePage::Index, inventory_store_pages),
            page(path!("inventory/:variant"), StorePage::Details, inventory_store_pages),
        ],
        Frontend::Platform | Frontend::Admin | Frontend::Storefront => Vec::new(),
    }
}

/// The module's declaration.
#[must_use]
pub fn definition() -> ModuleDefinition {
    ModuleDefinition {
        requires: &["catalog"],
        permissions: permissions::all(),
        menu: vec![MenuItem {
            frontend: Frontend::Store,
            section: MenuSection { code: "main", title: None, order: 0 },
            label: |l| td_string!(of(l), module.menu),
            icon: "boxes",
            path: paths::STOCK,
            permission: Some(permissions::VIEW),
            feature: None,
            order: 30,
        }],
        routes,
        slots: vec![SlotContribution {
            slot: PRODUCT_DETAILS_SIDE,
            order: 10,
            view: |subject| Box::pin(inventory_product_side(subject)),
        }],
        ..ModuleDefinition::new(
            "inventory",
            Tier::Optional,
            |l| td_string!(of(l), module.name),
            |l| td_string!(of(l), module.description),
        )
    }
}
