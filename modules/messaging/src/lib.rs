//! Mail to customers: written in their language, sent once, and kept in view.

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
use orion_kernel::{Frontend, MenuItem, MenuSection, ModuleDefinition, Tier, module::Route};
use orion_ui::lazy::page;

use i18n::{of, td_string};

/// Pages of the back office.
#[derive(Clone, Copy)]
enum StorePage {
    Outbox,
    Templates,
    Template,
    Mail,
}

/// Pages of the admin.
#[derive(Clone, Copy)]
enum AdminPage {
    CapturedMails,
    CapturedMail,
}

#[lazy]
fn messaging_store_pages(page: Option<StorePage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorePage::Outbox) => view! { <pages::store::OutboxIndex/> }.into_any(),
        Some(StorePage::Templates) => view! { <pages::store::TemplateIndex/> }.into_any(),
        Some(StorePage::Template) => view! { <pages::store::TemplateDetails/> }.into_any(),
        Some(StorePage::Mail) => view! { <pages::store::MailDetailsPage/> }.into_any(),
    }
}

#[lazy]
fn messaging_admin_pages(page: Option<AdminPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(AdminPage::CapturedMails) => view! { <pages::admin::CapturedMailsPage/> }.into_any(),
        Some(AdminPage::CapturedMail) => view! { <pages::admin::CapturedMailPage/> }.into_any(),
    }
}

fn routes(frontend: Frontend) -> Vec<Route> {
    match frontend {
        Frontend::Store => vec![
            page(path!("messages"), StorePage::Outbox, messaging_store_pages),
            page(path!("messages/templates"), StorePage::Templates, messaging_store_pages),
            page(path!("messages/templates/:code/:language"), StorePage::Template, messaging_store_pages),
            page(path!("messages/:id"), StorePage::Mail, messaging_store_pages),
        ],
        Frontend::Admin => vec![
            page(path!("mail"), AdminPage::CapturedMails, messaging_admin_pages),
            page(path!("mail/:id"), AdminPage::CapturedMail, messaging_admin_pages),
        ],
        Frontend::Platform | Frontend::Storefront => Vec::new(),
    }
}

/// The module's declaration.
#[must_use]
pub fn definition() -> ModuleDefinition {
    ModuleDefinition {
        permissions: permissions::all(),
        operator_permissions: permissions::for_operators(),
        menu: vec![MenuItem {
            frontend: Frontend::Store,
            section: MenuSection { code: "shop", title: Some(|l| td_string!(of(l), module.section)), order: 10 },
            label: |l| td_string!(of(l), module.menu),
            icon: "mail",
            path: paths::OUTBOX,
            permission: Some(permissions::VIEW),
            feature: None,
            order: 60,
        }],
        routes,
        styles: &[
            (Frontend::Store, include_str!("../style/store.css")),
            (Frontend::Admin, include_str!("../style/admin.css")),
        ],
        ..ModuleDefinition::new(
            "messaging",
            Tier::Core,
            |l| td_string!(of(l), module.name),
            |l| td_string!(of(l), module.description),
        )
    }
}
