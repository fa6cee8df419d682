//! Content: the platform's site, the storefront's home, pages of platforms and stores.
#![recursion_limit = "512"]

orion_kernel::i18n!();

mod components;
mod error;
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
use orion_kernel::{Feature, Frontend, MenuItem, MenuSection, ModuleDefinition, Permission, Text, Tier, module::Route};
use orion_ui::lazy::page;

use i18n::{of, td_string};

/// The platform's own pages.
#[derive(Clone, Copy)]
enum PlatformPage {
    Home,
    Pricing,
    Content,
}

/// Pages of the storefront.
#[derive(Clone, Copy)]
enum StorefrontPage {
    Home,
    Content,
}

/// Pages of the store's back office.
#[derive(Clone, Copy)]
enum StorePage {
    Index,
    New,
    Edit,
    Texts,
}

/// Pages of the admin.
#[derive(Clone, Copy)]
enum AdminPage {
    Index,
    New,
    Edit,
}

#[lazy]
fn cms_platform_pages(page: Option<PlatformPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(PlatformPage::Home) => view! { <pages::platform::Home/> }.into_any(),
        Some(PlatformPage::Pricing) => view! { <pages::platform::Pricing/> }.into_any(),
        Some(PlatformPage::Content) => view! { <pages::platform::Content/> }.into_any(),
    }
}

#[lazy]
fn cms_storefront_pages(page: Option<StorefrontPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorefrontPage::Home) => view! { <pages::storefront::Home/> }.into_any(),
        Some(StorefrontPage::Content) => view! { <pages::storefront::Content/> }.into_any(),
    }
}

#[lazy]
fn cms_store_pages(page: Option<StorePage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorePage::Index) => view! { <pages::store::PageIndex/> }.into_any(),
        Some(StorePage::New) => view! { <pages::store::NewPage/> }.into_any(),
        Some(StorePage::Edit) => view! { <pages::store::EditPage/> }.into_any(),
        Some(StorePage::Texts) => view! { <pages::store::EditTexts/> }.into_any(),
    }
}

#[lazy]
fn cms_admin_pages(page: Option<AdminPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(AdminPage::Index) => view! { <pages::admin::PageIndex/> }.into_any(),
        Some(AdminPage::New) => view! { <pages::admin::NewPage/> }.into_any(),
        Some(AdminPage::Edit) => view! { <pages::admin::EditPage/> }.into_any(),
    }
}

fn routes(frontend: Frontend) -> Vec<Route> {
    match frontend {
        Frontend::Platform => vec![
            page(path!(""), PlatformPage::Home, cms_platform_pages),
            page(path!("pricing"), PlatformPage::Pricing, cms_platform_pages),
            page(path!("pages/:slug"), PlatformPage::Content, cms_platform_pages),
        ],
        Frontend::Storefront => vec![
            page(path!(""), StorefrontPage::Home, cms_storefront_pages),
            page(path!("pages/:slug"), StorefrontPage::Content, cms_storefront_pages),
        ],
        Frontend::Store => vec![
            page(path!("pages"), StorePage::Index, cms_store_pages),
            page(path!("pages/new"), StorePage::New, cms_store_pages),
            page(path!("pages/:slug"), StorePage::Edit, cms_store_pages),
            page(path!("pages/:slug/:locale"), StorePage::Edit, cms_store_pages),
            page(path!("settings/texts"), StorePage::Texts, cms_store_pages),
            page(path!("settings/texts/:locale"), StorePage::Texts, cms_store_pages),
        ],
        Frontend::Admin => vec![
            page(path!("pages"), AdminPage::Index, cms_admin_pages),
            page(path!("pages/new"), AdminPage::New, cms_admin_pages),
            page(path!("pages/:scope/:slug"), AdminPage::Edit, cms_admin_pages),
            page(path!("pages/:scope/:slug/:locale"), AdminPage::Edit, cms_admin_pages),
        ],
    }
}

fn menu() -> Vec<MenuItem> {
    let shop = MenuSection { code: "shop", title: Some(|l| td_string!(of(l), menu.shop)), order: 10 };
    let platform = MenuSection { code: "platform", title: Some(|l| td_string!(of(l), menu.platform)), order: 10 };
    let item = |frontend, section, label: Text, icon, path, permission: Permission, order| MenuItem {
        frontend,
        section,
        label,
        icon,
        path,
        permission: Some(permission),
        feature: None,
        order,
    };
    vec![
        item(
            Frontend::Store,
            shop,
            |l| td_string!(of(l), menu.pages),
            "file-text",
            paths::PAGES,
            permissions::VIEW,
            10,
        ),
        item(
            Frontend::Store,
            shop,
            |l| td_string!(of(l), menu.texts),
            "megaphone",
            paths::TEXTS,
            permissions::THEMES,
            20,
        ),
        item(
            Frontend::Admin,
            platform,
            |l| td_string!(of(l), menu.pages),
            "file-text",
            paths::PAGES,
            permissions::VIEW,
            40,
        ),
    ]
}

/// The module's declaration.
#[must_use]
pub fn definition() -> ModuleDefinition {
    ModuleDefinition {
        features: vec![Feature { code: "storefront", label: |l| td_string!(of(l), module.storefront), limit: None }],
        permissions: permissions::all(),
        operator_permissions: permissions::for_operators(),
        menu: menu(),
        routes,
        ..ModuleDefinition::new(
            "cms",
            Tier::Core,
            |l| td_string!(of(l), module.name),
            |l| td_string!(of(l), module.description),
        )
    }
}
