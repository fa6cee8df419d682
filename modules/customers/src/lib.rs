//! Customers of stores: accounts, addresses, and what merchants know of them.
#![recursion_limit = "512"]

orion_kernel::i18n!();

mod components;
mod error;
mod model;
mod pages;
pub mod paths;
mod permissions;
#[cfg(not(target_family = "wasm"))]
pub mod server;
mod server_fns;
mod views;

use leptos::prelude::*;
use leptos_router::path;
use orion_contracts::slots::CHECKOUT_COMPLETE;
use orion_kernel::{Frontend, MenuItem, MenuSection, ModuleDefinition, SlotContribution, Tier, module::Route};
use orion_ui::lazy::page;

use i18n::{of, td_string};

/// Pages of the storefront.
#[derive(Clone, Copy)]
enum StorefrontPage {
    Account,
    SignIn,
    Register,
    Confirm,
    ConfirmEmail,
    Forgotten,
    NewPassword,
    Sessions,
    Privacy,
    Addresses,
    NewAddress,
    EditAddress,
    Details,
}

/// Pages of the store's back office.
#[derive(Clone, Copy)]
enum StorePage {
    Index,
    Details,
}

#[lazy]
fn customers_storefront_pages(page: Option<StorefrontPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorefrontPage::Account) => view! { <pages::storefront::Overview/> }.into_any(),
        Some(StorefrontPage::SignIn) => view! { <pages::storefront::SignInPage/> }.into_any(),
        Some(StorefrontPage::Register) => view! { <pages::storefront::RegisterPage/> }.into_any(),
        Some(StorefrontPage::Confirm) => view! { <pages::storefront::Confirm/> }.into_any(),
        Some(StorefrontPage::ConfirmEmail) => view! { <pages::storefront::ConfirmEmail/> }.into_any(),
        Some(StorefrontPage::Sessions) => view! { <pages::storefront::Sessions/> }.into_any(),
        Some(StorefrontPage::Privacy) => view! { <pages::storefront::Privacy/> }.into_any(),
        Some(StorefrontPage::Forgotten) => view! { <pages::storefront::Forgotten/> }.into_any(),
        Some(StorefrontPage::NewPassword) => view! { <pages::storefront::NewPassword/> }.into_any(),
        Some(StorefrontPage::Addresses) => view! { <pages::storefront::Addresses/> }.into_any(),
        Some(StorefrontPage::NewAddress) => view! { <pages::storefront::NewAddress/> }.into_any(),
        Some(StorefrontPage::EditAddress) => view! { <pages::storefront::EditAddress/> }.into_any(),
        Some(StorefrontPage::Details) => view! { <pages::storefront::Details/> }.into_any(),
    }
}

#[lazy]
fn customers_store_pages(page: Option<StorePage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorePage::Index) => view! { <pages::store::CustomerIndex/> }.into_any(),
        Some(StorePage::Details) => view! { <pages::store::CustomerPage/> }.into_any(),
    }
}

#[lazy]
fn customers_checkout_complete(checkout: Option<String>) -> AnyView {
    match checkout {
        None => ().into_any(),
        Some(checkout) => view! { <components::AfterOrder checkout/> }.into_any(),
    }
}

fn routes(frontend: Frontend) -> Vec<Route> {
    let account = customers_storefront_pages;
    match frontend {
        Frontend::Storefront => vec![
            page(path!("account"), StorefrontPage::Account, account),
            page(path!("account/sign-in"), StorefrontPage::SignIn, account),
            page(path!("account/register"), StorefrontPage::Register, account),
            page(path!("account/confirm"), StorefrontPage::Confirm, account),
            page(path!("account/confirm-email"), StorefrontPage::ConfirmEmail, account),
            page(path!("account/sessions"), StorefrontPage::Sessions, account),
            page(path!("account/privacy"), StorefrontPage::Privacy, account),
            page(path!("account/forgotten"), StorefrontPage::Forgotten, account),
            page(path!("account/new-password"), StorefrontPage::NewPassword, account),
            page(path!("account/addresses"), StorefrontPage::Addresses, account),
            page(path!("account/addresses/new"), StorefrontPage::NewAddress, account),
            page(path!("account/addresses/:id"), StorefrontPage::EditAddress, account),
            page(path!("account/details"), StorefrontPage::Details, account),
        ],
        Frontend::Store => vec![
            page(path!("customers"), StorePage::Index, customers_store_pages),
            page(path!("customers/:id"), StorePage::Details, customers_store_pages),
        ],
        Frontend::Platform | Frontend::Admin => Vec::new(),
    }
}

/// The module's declaration.
#[must_use]
pub fn definition() -> ModuleDefinition {
    ModuleDefinition {
        permissions: permissions::all(),
        menu: vec![MenuItem {
            frontend: Frontend::Store,
            section: MenuSection { code: "main", title: None, order: 0 },
            label: |l| td_string!(of(l), module.name),
            icon: "users",
            path: paths::CUSTOMERS,
            permission: Some(permissions::VIEW),
            feature: None,
            order: 40,
        }],
        routes,
        slots: vec![SlotContribution {
            slot: CHECKOUT_COMPLETE,
            order: 10,
            view: |subject| Box::pin(customers_checkout_complete(subject)),
        }],
        ..ModuleDefinition::new(
            "customers",
            Tier::Core,
            |l| td_string!(of(l), module.name),
            |l| td_string!(of(l), module.description),
        )
    }
}
