//! Orders of every channel: placing, payment, shipping, cancelling, refunds.

orion_kernel::i18n!();

mod components;
mod error;
mod forms;
mod model;
mod pages;
mod paths;
mod permissions;
#[cfg(not(target_family = "wasm"))]
pub mod server;
mod server_fns;
mod views;

use leptos::prelude::*;
use leptos_router::path;
use orion_contracts::slots::STORE_DASHBOARD;
use orion_kernel::{
    Feature, Frontend, Limit, MenuItem, MenuSection, ModuleDefinition, SlotContribution, Tier, module::Route,
};
use orion_ui::lazy::page;

use i18n::{of, td_string};

/// Pages of the back office.
#[derive(Clone, Copy)]
enum StorePage {
    Index,
    Details,
    PackingSlip,
}

/// Pages of the storefront.
#[derive(Clone, Copy)]
enum StorefrontPage {
    Status,
    MyOrders,
}

#[lazy]
fn orders_store_pages(page: Option<StorePage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorePage::Index) => view! { <pages::store::OrderIndex/> }.into_any(),
        Some(StorePage::Details) => view! { <pages::store::OrderDetailsPage/> }.into_any(),
        Some(StorePage::PackingSlip) => view! { <pages::store::PackingSlip/> }.into_any(),
    }
}

#[lazy]
fn orders_storefront_pages(page: Option<StorefrontPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorefrontPage::Status) => view! { <pages::storefront::OrderStatus/> }.into_any(),
        Some(StorefrontPage::MyOrders) => view! { <pages::storefront::MyOrders/> }.into_any(),
    }
}

#[lazy]
fn orders_store_dashboard(subject: Option<String>) -> AnyView {
    match subject {
        None => ().into_any(),
        Some(_) => view! { <components::RevenueChart/> }.into_any(),
    }
}

fn routes(frontend: Frontend) -> Vec<Route> {
    match frontend {
        Frontend::Store => vec![
            page(path!("orders"), StorePage::Index, orders_store_pages),
            page(path!("orders/:number/packing-slip"), StorePage::PackingSlip, orders_store_pages),
            page(path!("orders/:number"), StorePage::Details, orders_store_pages),
        ],
        Frontend::Storefront => vec![
            page(path!("orders/:number"), StorefrontPage::Status, orders_storefront_pages),
            page(path!("account/orders"), StorefrontPage::MyOrders, orders_storefront_pages),
        ],
        Frontend::Platform | Frontend::Admin => Vec::new(),
    }
}

/// The module's declaration.
#[must_use]
pub fn definition() -> ModuleDefinition {
    ModuleDefinition {
        features: vec![Feature {
            code: "orders_per_month",
            label: |l| td_string!(of(l), module.limit),
            limit: Some(Limit { unit: |l| td_string!(of(l), module.unit) }),
        }],
        permissions: permissions::all(),
        menu: vec![MenuItem {
            frontend: Frontend::Store,
            section: MenuSection { code: "main", title: None, order: 0 },
            label: |l| td_string!(of(l), module.menu),
            icon: "inbox",
            path: paths::ORDERS,
            permission: Some(permissions::VIEW),
            feature: None,
            order: 10,
        }],
        routes,
        slots: vec![SlotContribution {
            slot: STORE_DASHBOARD,
            order: 10,
            view: |subject| Box::pin(orders_store_dashboard(subject)),
        }],
        ..ModuleDefinition::new(
            "orders",
            Tier::Optional,
            |l| td_string!(of(l), module.name),
            |l| td_string!(of(l), module.description),
        )
    }
}
