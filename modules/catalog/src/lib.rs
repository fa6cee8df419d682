//! The catalogue: products with variants, categories, search, importing and exporting them.

orion_kernel::i18n!();

mod choice;
mod components;
mod error;
pub mod forms;
pub mod model;
mod pages;
mod paths;
mod permissions;
#[cfg(not(target_family = "wasm"))]
pub mod server;
mod server_fns;
pub mod views;

use leptos::prelude::*;
use leptos_router::path;
use orion_contracts::slots::STOREFRONT_HOME;
use orion_kernel::{
    Feature, Frontend, Limit, MenuItem, MenuSection, ModuleDefinition, SlotContribution, Text, Tier, module::Route,
};
use orion_ui::lazy::page;

use i18n::{of, td_string};

/// Pages of the storefront.
#[derive(Clone, Copy)]
enum StorefrontPage {
    Products,
    Product,
    Category,
    Search,
}

/// Pages of the back office.
#[derive(Clone, Copy)]
enum StorePage {
    Products,
    NewProduct,
    Import,
    ImportProgress,
    Product,
    Categories,
    NewCategory,
    Category,
}

#[lazy]
fn catalog_store_pages(page: Option<StorePage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorePage::Products) => view! { <pages::store::ProductIndex/> }.into_any(),
        Some(StorePage::NewProduct) => view! { <pages::store::NewProductPage/> }.into_any(),
        Some(StorePage::Import) => view! { <pages::store::ProductImportPage/> }.into_any(),
        Some(StorePage::ImportProgress) => view! { <pages::store::ImportProgressPage/> }.into_any(),
        Some(StorePage::Product) => view! { <pages::store::ProductEditorPage/> }.into_any(),
        Some(StorePage::Categories) => view! { <pages::store::CategoryIndex/> }.into_any(),
        Some(StorePage::NewCategory) => view! { <pages::store::NewCategoryPage/> }.into_any(),
        Some(StorePage::Category) => view! { <pages::store::CategoryEditorPage/> }.into_any(),
    }
}

#[lazy]
fn catalog_storefront_pages(page: Option<StorefrontPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorefrontPage::Products) => view! { <pages::storefront::ProductsPage/> }.into_any(),
        Some(StorefrontPage::Product) => view! { <pages::storefront::ProductPage/> }.into_any(),
        Some(StorefrontPage::Category) => view! { <pages::storefront::CategoryPage/> }.into_any(),
        Some(StorefrontPage::Search) => view! { <pages::storefront::SearchPage/> }.into_any(),
    }
}

#[lazy]
fn catalog_storefront_home(subject: Option<String>) -> AnyView {
    match subject {
        None => ().into_any(),
        Some(_) => view! { <components::HomeProducts/> }.into_any(),
    }
}

fn routes(frontend: Frontend) -> Vec<Route> {
    match frontend {
        Frontend::Storefront => vec![
            page(path!("products"), StorefrontPage::Products, catalog_storefront_pages),
            page(path!("products/:slug"), StorefrontPage::Product, catalog_storefront_pages),
            page(path!("categories/:slug"), StorefrontPage::Category, catalog_storefront_pages),
            page(path!("search"), StorefrontPage::Search, catalog_storefront_pages),
        ],
        Frontend::Store => vec![
            page(path!("products"), StorePage::Products, catalog_store_pages),
            page(path!("products/new"), StorePage::NewProduct, catalog_store_pages),
            page(path!("products/import"), StorePage::Import, catalog_store_pages),
            page(path!("products/imports/:id"), StorePage::ImportProgress, catalog_store_pages),
            page(path!("products/:id"), StorePage::Product, catalog_store_pages),
            page(path!("categories"), StorePage::Categories, catalog_store_pages),
            page(path!("categories/new"), StorePage::NewCategory, catalog_store_pages),
            page(path!("categories/:id"), StorePage::Category, catalog_store_pages),
        ],
        Frontend::Platform | Frontend::Admin => Vec::new(),
    }
}

fn menu_item(label: Text, icon: &'static str, path: &'static str, order: u16) -> MenuItem {
    MenuItem {
        frontend: Frontend::Store,
        section: MenuSection { code: "main", title: None, order: 0 },
        label,
        icon,
        path,
        permission: Some(permissions::VIEW),
        feature: None,
        order,
    }
}

/// The module's declaration.
#[must_use]
pub fn definition() -> ModuleDefinition {
    ModuleDefinition {
        features: vec![
            Feature {
                code: "products",
                label: |l| td_string!(of(l), module.limit),
                limit: Some(Limit { unit: |l| td_string!(of(l), module.unit) }),
            },
            Feature { code: "import", label: |l| td_string!(of(l), imports.title), limit: None },
        ],
        permissions: permissions::all(),
        menu: vec![
            menu_item(|l| td_string!(of(l), menu.products), "tag", paths::PRODUCTS, 20),
            menu_item(|l| td_string!(of(l), menu.categories), "folder", paths::CATEGORIES, 25),
        ],
        routes,
        styles: &[
            (Frontend::Store, include_str!("../style/store.css")),
            (Frontend::Storefront, include_str!("../style/storefront.css")),
        ],
        slots: vec![SlotContribution {
            slot: STOREFRONT_HOME,
            order: 10,
            view: |subject| Box::pin(catalog_storefront_home(subject)),
        }],
        ..ModuleDefinition::new(
            "catalog",
            Tier::Optional,
            |l| td_string!(of(l), module.name),
            |l| td_string!(of(l), module.description),
        )
    }
}
