//! Platforms, merchants, stores, the people who run them, and which modules are on.

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
use orion_kernel::{Frontend, MenuItem, MenuSection, ModuleDefinition, Permission, Text, Tier, module::Route};
use orion_ui::lazy::page;

use i18n::{of, td_string};

/// Pages of the platform's own site.
#[derive(Clone, Copy)]
enum PlatformPage {
    SignIn,
}

/// Pages of the admin.
#[derive(Clone, Copy)]
enum AdminPage {
    SignIn,
    Modules,
    Module,
    Stores,
    Store,
    Merchants,
    Options,
    Profile,
}

/// Pages of the merchants' back office.
#[derive(Clone, Copy)]
enum StorePage {
    General,
    Shipping,
    Options,
    Team,
    Profile,
}

#[lazy]
fn tenancy_platform_pages(page: Option<PlatformPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(PlatformPage::SignIn) => view! { <pages::platform::SignInPage/> }.into_any(),
    }
}

#[lazy]
fn tenancy_admin_pages(page: Option<AdminPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(AdminPage::SignIn) => view! { <pages::admin::SignInPage/> }.into_any(),
        Some(AdminPage::Modules) => view! { <pages::admin::ModuleIndex/> }.into_any(),
        Some(AdminPage::Module) => view! { <pages::admin::ModuleDetailsPage/> }.into_any(),
        Some(AdminPage::Stores) => view! { <pages::admin::StoreIndex/> }.into_any(),
        Some(AdminPage::Store) => view! { <pages::admin::StoreDetailsPage/> }.into_any(),
        Some(AdminPage::Merchants) => view! { <pages::admin::MerchantIndex/> }.into_any(),
        Some(AdminPage::Options) => view! { <pages::PlatformOptions/> }.into_any(),
        Some(AdminPage::Profile) => view! { <pages::AdminProfile/> }.into_any(),
    }
}

#[lazy]
fn tenancy_store_pages(page: Option<StorePage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorePage::General) => view! { <pages::store::GeneralSettings/> }.into_any(),
        Some(StorePage::Shipping) => view! { <pages::store::ShippingSettings/> }.into_any(),
        Some(StorePage::Options) => view! { <pages::StoreOptions/> }.into_any(),
        Some(StorePage::Team) => view! { <pages::store::TeamPage/> }.into_any(),
        Some(StorePage::Profile) => view! { <pages::StoreProfile/> }.into_any(),
    }
}

fn routes(frontend: Frontend) -> Vec<Route> {
    match frontend {
        Frontend::Platform => vec![page(path!("sign-in"), PlatformPage::SignIn, tenancy_platform_pages)],
        Frontend::Admin => vec![
            page(path!("sign-in"), AdminPage::SignIn, tenancy_admin_pages),
            page(path!("modules"), AdminPage::Modules, tenancy_admin_pages),
            page(path!("modules/:code"), AdminPage::Module, tenancy_admin_pages),
            page(path!("stores"), AdminPage::Stores, tenancy_admin_pages),
            page(path!("stores/:code"), AdminPage::Store, tenancy_admin_pages),
            page(path!("merchants"), AdminPage::Merchants, tenancy_admin_pages),
            page(path!("settings"), AdminPage::Options, tenancy_admin_pages),
            page(path!("profile"), AdminPage::Profile, tenancy_admin_pages),
        ],
        Frontend::Store => vec![
            page(path!("settings"), StorePage::General, tenancy_store_pages),
            page(path!("settings/shipping"), StorePage::Shipping, tenancy_store_pages),
            page(path!("settings/options"), StorePage::Options, tenancy_store_pages),
            page(path!("settings/team"), StorePage::Team, tenancy_store_pages),
            page(path!("profile"), StorePage::Profile, tenancy_store_pages),
        ],
        Frontend::Storefront => Vec::new(),
    }
}

const PLATFORM_SECTION: MenuSection =
    MenuSection { code: "platform", title: Some(|l| td_string!(of(l), menu.platform)), order: 10 };
const SETTINGS_SECTION: MenuSection =
    MenuSection { code: "settings", title: Some(|l| td_string!(of(l), settings.title)), order: 90 };

fn in_admin(label: Text, icon: &'static str, path: &'static str, order: u16) -> MenuItem {
    MenuItem {
        frontend: Frontend::Admin,
        section: PLATFORM_SECTION,
        label,
        icon,
        path,
        permission: Some(permissions::STORES_VIEW),
        feature: None,
        order,
    }
}

fn in_settings(label: Text, icon: &'static str, path: &'static str, permission: Permission, order: u16) -> MenuItem {
    MenuItem {
        frontend: Frontend::Store,
        section: SETTINGS_SECTION,
        label,
        icon,
        path,
        permission: Some(permission),
        feature: None,
        order,
    }
}

/// The module's declaration.
#[must_use]
pub fn definition() -> ModuleDefinition {
    ModuleDefinition {
        permissions: permissions::all(),
        menu: vec![
            in_admin(|l| td_string!(of(l), stores.title), "store", paths::STORES, 10),
            in_admin(|l| td_string!(of(l), merchants.title), "building-2", paths::MERCHANTS, 20),
            in_admin(|l| td_string!(of(l), modules.title), "puzzle", paths::MODULES, 30),
            MenuItem {
                section: SETTINGS_SECTION,
                ..in_admin(|l| td_string!(of(l), options.title), "sliders-horizontal", paths::SETTINGS, 0)
            },
            in_settings(
                |l| td_string!(of(l), settings.general),
                "settings",
                paths::SETTINGS,
                permissions::STORES_VIEW,
                0,
            ),
            in_settings(|l| td_string!(of(l), shipping.title), "truck", paths::SHIPPING, permissions::STORES_VIEW, 10),
            in_settings(
                |l| td_string!(of(l), options.title),
                "sliders-horizontal",
                paths::OPTIONS,
                permissions::STORES_VIEW,
                15,
            ),
            in_settings(|l| td_string!(of(l), team.title), "users", paths::TEAM, permissions::TEAM_VIEW, 20),
        ],
        routes,
        ..ModuleDefinition::new(
            "tenancy",
            Tier::Core,
            |l| td_string!(of(l), module.name),
            |l| td_string!(of(l), module.description),
        )
    }
}
