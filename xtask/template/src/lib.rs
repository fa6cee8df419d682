//! __title__.

orion_kernel::i18n!();

mod pages;
mod paths;
mod permissions;
#[cfg(not(target_family = "wasm"))]
pub mod server;

use leptos::prelude::*;
use leptos_router::path;
use orion_kernel::{Feature, Frontend, MenuItem, MenuSection, ModuleDefinition, Tier, module::Route};
use orion_ui::lazy::page;

use i18n::{of, td_string};

/// Pages of the back office.
#[derive(Clone, Copy)]
enum StorePage {
    Overview,
}

#[lazy]
fn __name___store_pages(page: Option<StorePage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorePage::Overview) => view! { <pages::store::Overview/> }.into_any(),
    }
}

fn routes(frontend: Frontend) -> Vec<Route> {
    match frontend {
        Frontend::Store => vec![page(path!("__code__"), StorePage::Overview, __name___store_pages)],
        Frontend::Platform | Frontend::Admin | Frontend::Storefront => Vec::new(),
    }
}

/// The module's declaration.
#[must_use]
pub fn definition() -> ModuleDefinition {
    ModuleDefinition {
        features: vec![Feature { code: "__name__", label: |l| td_string!(of(l), module.feature), limit: None }],
        permissions: permissions::all(),
        menu: vec![MenuItem {
            frontend: Frontend::Store,
            section: MenuSection { code: "main", title: None, order: 0 },
            label: |l| td_string!(of(l), module.name),
            icon: "circle",
            path: paths::OVERVIEW,
            permission: Some(permissions::VIEW),
            feature: Some("__name__"),
            order: 90,
        }],
        routes,
        ..ModuleDefinition::new(
            "__code__",
            Tier::Optional,
            |l| td_string!(of(l), module.name),
            |l| td_string!(of(l), module.description),
        )
    }
}
