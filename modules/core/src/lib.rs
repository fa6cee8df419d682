//! Dashboards, composed from the enabled modules' figures and widgets, the search over everything, notifications, and the
//! audit log.

orion_kernel::i18n!();

mod components;
mod error;
mod forms;
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
    Frontend, LazyView, MenuItem, MenuSection, ModuleDefinition, Permission, PermissionDefinition, Text, Tier,
    module::Route,
};
use orion_ui::{PaletteKind, lazy::page};

const MAIN: MenuSection = MenuSection { code: "main", title: None, order: 0 };
const SETTINGS: MenuSection =
    MenuSection { code: "settings", title: Some(|l| td_string!(of(l), menu.settings)), order: 90 };

/// The module.
#[must_use]
pub fn definition() -> ModuleDefinition {
    let permission = |id: Permission, label: Text| PermissionDefinition { id, label, category: "core" };
    let permissions = vec![
        permission(permissions::DASHBOARD, |l| td_string!(of(l), permissions.dashboard)),
        permission(permissions::AUDIT, |l| td_string!(of(l), permissions.audit)),
    ];
    let announce = permission(permissions::ANNOUNCE, |l| td_string!(of(l), permissions.announce));
    let announcements = MenuItem {
        label: |l| td_string!(of(l), menu.announcements),
        icon: "megaphone",
        path: paths::ANNOUNCEMENTS,
        permission: Some(permissions::ANNOUNCE),
        order: 80,
        ..menu_of(Frontend::Admin)[1]
    };
    let menu = [Frontend::Admin, Frontend::Store].into_iter().flat_map(menu_of);
    ModuleDefinition {
        operator_permissions: permissions.iter().cloned().chain([announce]).collect(),
        permissions,
        menu: menu.chain([announcements]).collect(),
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
    Search,
    Notifications,
    Preferences,
    Audit,
    AuditEntry,
    Announcements,
    NewAnnouncement,
    EditAnnouncement,
    Keys,
}

#[lazy]
fn core_admin_pages(page: Option<AdminPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(AdminPage::Dashboard) => view! { <pages::AdminDashboard/> }.into_any(),
        Some(AdminPage::Search) => view! { <pages::AdminSearch/> }.into_any(),
        Some(AdminPage::Notifications) => view! { <pages::AdminNotifications/> }.into_any(),
        Some(AdminPage::Preferences) => view! { <pages::AdminPreferences/> }.into_any(),
        Some(AdminPage::Audit) => view! { <pages::AdminAudit/> }.into_any(),
        Some(AdminPage::AuditEntry) => view! { <pages::AdminAuditEntry/> }.into_any(),
        Some(AdminPage::Announcements) => view! { <pages::AnnouncementIndex/> }.into_any(),
        Some(AdminPage::NewAnnouncement) => view! { <pages::NewAnnouncement/> }.into_any(),
        Some(AdminPage::EditAnnouncement) => view! { <pages::EditAnnouncement/> }.into_any(),
        Some(AdminPage::Keys) => view! { <pages::Keys/> }.into_any(),
    }
}

#[derive(Clone, Copy)]
enum StorePage {
    Dashboard,
    Search,
    Notifications,
    Preferences,
    Audit,
    AuditEntry,
    Keys,
}

#[lazy]
fn core_store_pages(page: Option<StorePage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorePage::Dashboard) => view! { <pages::StoreDashboard/> }.into_any(),
        Some(StorePage::Search) => view! { <pages::StoreSearch/> }.into_any(),
        Some(StorePage::Notifications) => view! { <pages::StoreNotifications/> }.into_any(),
        Some(StorePage::Preferences) => view! { <pages::StorePreferences/> }.into_any(),
        Some(StorePage::Audit) => view! { <pages::StoreAudit/> }.into_any(),
        Some(StorePage::AuditEntry) => view! { <pages::StoreAuditEntry/> }.into_any(),
        Some(StorePage::Keys) => view! { <pages::Keys/> }.into_any(),
    }
}

#[lazy]
fn core_palette(kind: PaletteKind) -> AnyView {
    components::palette(kind)
}

/// The window of the search and the list of keys; its code is fetched when it is first asked for.
#[must_use]
pub fn palette(kind: PaletteKind) -> LazyView {
    Box::pin(core_palette(kind))
}

fn routes(frontend: Frontend) -> Vec<Route> {
    match frontend {
        Frontend::Admin => vec![
            page(path!(""), AdminPage::Dashboard, core_admin_pages),
            page(path!("search"), AdminPage::Search, core_admin_pages),
            page(path!("notifications"), AdminPage::Notifications, core_admin_pages),
            page(path!("profile/notifications"), AdminPage::Preferences, core_admin_pages),
            page(path!("audit"), AdminPage::Audit, core_admin_pages),
            page(path!("audit/:id"), AdminPage::AuditEntry, core_admin_pages),
            page(path!("announcements"), AdminPage::Announcements, core_admin_pages),
            page(path!("announcements/new"), AdminPage::NewAnnouncement, core_admin_pages),
            page(path!("announcements/:id"), AdminPage::EditAnnouncement, core_admin_pages),
            page(path!("help/keys"), AdminPage::Keys, core_admin_pages),
        ],
        Frontend::Store => vec![
            page(path!(""), StorePage::Dashboard, core_store_pages),
            page(path!("search"), StorePage::Search, core_store_pages),
            page(path!("notifications"), StorePage::Notifications, core_store_pages),
            page(path!("profile/notifications"), StorePage::Preferences, core_store_pages),
            page(path!("audit"), StorePage::Audit, core_store_pages),
            page(path!("audit/:id"), StorePage::AuditEntry, core_store_pages),
            page(path!("help/keys"), StorePage::Keys, core_store_pages),
        ],
        _ => Vec::new(),
    }
}
