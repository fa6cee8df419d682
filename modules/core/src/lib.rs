//! Dashboards, composed from the enabled modules' figures and widgets, and the audit log.

orion_kernel::i18n!();

mod pages;
mod paths;
mod permissions;
mod server_fns;
mod views;

#[cfg(not(target_family = "wasm"))]
pub mod server;

use i18n::{of, td_string};
use leptos::prelude::*;
use leptos_router::path;
use orion_kernel::{
    Frontend, MenuItem, MenuSection, ModuleDefinition, Permission, PermissionDefinition, Text, Tier, module::Route,
};
use orion_ui::lazy::page;

const MAIN: MenuSection = MenuSection { code: "main", title: None, order: 0 };
const SETTINGS: MenuSection =
    MenuSection { code: "settings", title: Some(|l| td_string!(of(l), menu.settings)), order: 90 };

/// The module.
#[must_use]
pub fn definition() -> ModuleDefinition {
    let permission = |id: Permission, label: Text| PermissionDefinition { id, label, category: "core" };
    ModuleDefinition {
        permissions: vec![
            permission(permissions::DASHBOARD, |l| td_string!(of(l), permissions.dashboard)),
            permission(permissions::AUDIT, |l| td_string!(of(l), permissions.audit)),
        ],
        menu: [Frontend::Admin, Frontend::Store].into_iter().flat_map(menu_of).collect(),
        routes,
        ..ModuleDefinition::new(
            "core",
            Tier::Core,
            |l| td_string!(of(l), module.name),
            |l| td_string!(of(l), module.description),
        )
    }
}

fn menu_of(frontend: Frontend) -> [MenuItem; 2] {
    let dashboard = MenuItem {
        frontend,
        section: MAIN,
        label: |l| td_string!(of(l), menu.dashboard),
        icon: "house",
        path: "/",
        permission: Some(permissions::DASHBOARD),
        feature: None,
        order: 0,
    };
    let audit = MenuItem {
        section: SETTINGS,
        label: |l| td_string!(of(l), menu.audit),
        icon: "history",
        path: paths::AUDIT,
        permission: Some(permissions::AUDIT),
        order: 90,
        ..dashboard
    };
    [dashboard, audit]
}

#[derive(Clone, Copy)]
enum AdminPage {
    Dashboard,
    Audit,
}

#[lazy]
fn core_admin_pages(page: Option<AdminPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(AdminPage::Dashboard) => view! { <pages::AdminDashboard/> }.into_any(),
        Some(AdminPage::Audit) => view! { <pages::AdminAudit/> }.into_any(),
    }
}

#[derive(Clone, Copy)]
enum StorePage {
    Dashboard,
    Audit,
}

#[lazy]
fn core_store_pages(page: Option<StorePage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorePage::Dashboard) => view! { <pages::StoreDashboard/> }.into_any(),
        Some(StorePage::Audit) => view! { <pages::StoreAudit/> }.into_any(),
    }
}

fn routes(frontend: Frontend) -> Vec<Route> {
    match frontend {
        Frontend::Admin => vec![
            page(path!(""), AdminPage::Dashboard, core_admin_pages),
            page(path!("audit"), AdminPage::Audit, core_admin_pages),
        ],
        Frontend::Store => vec![
            page(path!(""), StorePage::Dashboard, core_store_pages),
            page(path!("audit"), StorePage::Audit, core_store_pages),
        ],
        _ => Vec::new(),
    }
}
