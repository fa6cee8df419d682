//! Tiers and subscriptions: what the platform sells to merchants, and what they may use.
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

/// Pages of the admin.
#[derive(Clone, Copy)]
enum AdminPage {
    Tiers,
    NewTier,
    EditTier,
    Subscriptions,
    EditSubscription,
}

/// Pages of the store's back office.
#[derive(Clone, Copy)]
enum StorePage {
    Plan,
}

#[lazy]
fn billing_admin_pages(page: Option<AdminPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(AdminPage::Tiers) => view! { <pages::admin::TierIndex/> }.into_any(),
        Some(AdminPage::NewTier) => view! { <pages::admin::NewTier/> }.into_any(),
        Some(AdminPage::EditTier) => view! { <pages::admin::EditTier/> }.into_any(),
        Some(AdminPage::Subscriptions) => view! { <pages::admin::SubscriptionIndex/> }.into_any(),
        Some(AdminPage::EditSubscription) => view! { <pages::admin::EditSubscription/> }.into_any(),
    }
}

#[lazy]
fn billing_store_pages(page: Option<StorePage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorePage::Plan) => view! { <pages::store::PlanPage/> }.into_any(),
    }
}

fn routes(frontend: Frontend) -> Vec<Route> {
    match frontend {
        Frontend::Admin => vec![
            page(path!("tiers"), AdminPage::Tiers, billing_admin_pages),
            page(path!("tiers/new"), AdminPage::NewTier, billing_admin_pages),
            page(path!("tiers/:code"), AdminPage::EditTier, billing_admin_pages),
            page(path!("subscriptions"), AdminPage::Subscriptions, billing_admin_pages),
            page(path!("subscriptions/:merchant"), AdminPage::EditSubscription, billing_admin_pages),
        ],
        Frontend::Store => vec![page(path!("settings/plan"), StorePage::Plan, billing_store_pages)],
        Frontend::Platform | Frontend::Storefront => Vec::new(),
    }
}

fn menu() -> Vec<MenuItem> {
    let main = MenuSection { code: "main", title: None, order: 0 };
    let platform = MenuSection { code: "platform", title: Some(|l| td_string!(of(l), menu.platform)), order: 10 };
    let settings = MenuSection { code: "settings", title: Some(|l| td_string!(of(l), menu.settings)), order: 90 };
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
            Frontend::Admin,
            main,
            |l| td_string!(of(l), menu.subscriptions),
            "receipt",
            paths::SUBSCRIPTIONS,
            permissions::VIEW_SUBSCRIPTIONS,
            40,
        ),
        item(
            Frontend::Admin,
            platform,
            |l| td_string!(of(l), menu.tiers),
            "layers",
            paths::TIERS,
            permissions::VIEW_TIERS,
            30,
        ),
        item(
            Frontend::Store,
            settings,
            |l| td_string!(of(l), menu.plan),
            "layers",
            paths::PLAN,
            permissions::VIEW_INVOICES,
            80,
        ),
    ]
}

/// The module's declaration.
#[must_use]
pub fn definition() -> ModuleDefinition {
    ModuleDefinition {
        features: vec![Feature { code: "priority_support", label: |l| td_string!(of(l), module.support), limit: None }],
        permissions: permissions::all(),
        operator_permissions: permissions::for_operators(),
        menu: menu(),
        routes,
        ..ModuleDefinition::new(
            "billing",
            Tier::Core,
            |l| td_string!(of(l), module.name),
            |l| td_string!(of(l), module.description),
        )
    }
}
