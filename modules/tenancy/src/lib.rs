//! Platforms, merchants, stores, the people who run them, and which modules are on.

orion_kernel::i18n!();

mod components;
pub mod error;
pub mod forms;
mod menu;
pub mod model;
mod pages;
pub mod paths;
mod permissions;
#[cfg(not(target_family = "wasm"))]
pub mod server;
mod server_fns;
pub mod views;

use leptos::prelude::*;
use leptos_router::path;
use orion_kernel::{Frontend, ModuleDefinition, Tier, module::Route};
use orion_ui::lazy::page;

pub use components::StoreSwitcher;
use i18n::{of, td_string};

/// Pages of the platform's own site.
#[derive(Clone, Copy)]
enum PlatformPage {
    SignIn,
    SecondStep,
    Forgotten,
    NewPassword,
    ConfirmEmail,
    Invitation,
    Transfer,
    MyStores,
}

/// Pages of the admin.
#[derive(Clone, Copy)]
enum AdminPage {
    SignIn,
    SecondStep,
    Forgotten,
    NewPassword,
    Modules,
    Module,
    Stores,
    Store,
    Merchants,
    NewStore,
    NewMerchant,
    Merchant,
    Platforms,
    NewPlatform,
    Platform,
    Menus,
    Users,
    User,
    Operators,
    OperatorRoles,
    OperatorRole,
    Options,
    Profile,
    Security,
    SecondFactor,
    Sessions,
}

/// Pages of the merchants' back office.
#[derive(Clone, Copy)]
enum StorePage {
    General,
    Shipping,
    Options,
    Region,
    Access,
    Domains,
    Team,
    Roles,
    Role,
    ApiKeys,
    Profile,
    Security,
    SecondFactor,
    Sessions,
}

#[lazy]
fn tenancy_platform_pages(page: Option<PlatformPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(PlatformPage::SignIn) => view! { <pages::platform::SignInPage/> }.into_any(),
        Some(PlatformPage::SecondStep) => view! { <pages::door::PlatformSecondStep/> }.into_any(),
        Some(PlatformPage::Forgotten) => view! { <pages::door::PlatformForgotten/> }.into_any(),
        Some(PlatformPage::NewPassword) => view! { <pages::door::PlatformNewPassword/> }.into_any(),
        Some(PlatformPage::ConfirmEmail) => view! { <pages::platform::ConfirmEmailPage/> }.into_any(),
        Some(PlatformPage::Invitation) => view! { <pages::platform::InvitationPage/> }.into_any(),
        Some(PlatformPage::Transfer) => view! { <pages::platform::TransferPage/> }.into_any(),
        Some(PlatformPage::MyStores) => view! { <pages::platform::MyStoresPage/> }.into_any(),
    }
}

#[lazy]
fn tenancy_admin_pages(page: Option<AdminPage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(AdminPage::SignIn) => view! { <pages::admin::SignInPage/> }.into_any(),
        Some(AdminPage::SecondStep) => view! { <pages::door::AdminSecondStep/> }.into_any(),
        Some(AdminPage::Forgotten) => view! { <pages::door::AdminForgotten/> }.into_any(),
        Some(AdminPage::NewPassword) => view! { <pages::door::AdminNewPassword/> }.into_any(),
        Some(AdminPage::Modules) => view! { <pages::admin::ModuleIndex/> }.into_any(),
        Some(AdminPage::Module) => view! { <pages::admin::ModuleDetailsPage/> }.into_any(),
        Some(AdminPage::Stores) => view! { <pages::admin::StoreIndex/> }.into_any(),
        Some(AdminPage::Store) => view! { <pages::admin::StoreDetailsPage/> }.into_any(),
        Some(AdminPage::Merchants) => view! { <pages::admin::MerchantIndex/> }.into_any(),
        Some(AdminPage::NewStore) => view! { <pages::admin::NewStorePage/> }.into_any(),
        Some(AdminPage::NewMerchant) => view! { <pages::admin::NewMerchantPage/> }.into_any(),
        Some(AdminPage::Merchant) => view! { <pages::admin::MerchantDetailsPage/> }.into_any(),
        Some(AdminPage::Platforms) => view! { <pages::admin::PlatformIndex/> }.into_any(),
        Some(AdminPage::NewPlatform) => view! { <pages::admin::NewPlatformPage/> }.into_any(),
        Some(AdminPage::Platform) => view! { <pages::admin::PlatformDetailsPage/> }.into_any(),
        Some(AdminPage::Menus) => view! { <pages::admin::MenuPage/> }.into_any(),
        Some(AdminPage::Users) => view! { <pages::admin::UserIndex/> }.into_any(),
        Some(AdminPage::User) => view! { <pages::admin::UserPage/> }.into_any(),
        Some(AdminPage::Operators) => view! { <pages::admin::OperatorIndex/> }.into_any(),
        Some(AdminPage::OperatorRoles) => view! { <pages::OperatorRoles/> }.into_any(),
        Some(AdminPage::OperatorRole) => view! { <pages::OperatorRolePage/> }.into_any(),
        Some(AdminPage::Options) => view! { <pages::PlatformOptions/> }.into_any(),
        Some(AdminPage::Profile) => view! { <pages::AdminProfile/> }.into_any(),
        Some(AdminPage::Security) => view! { <pages::account::AdminSecurity/> }.into_any(),
        Some(AdminPage::SecondFactor) => view! { <pages::account::AdminSecondFactor/> }.into_any(),
        Some(AdminPage::Sessions) => view! { <pages::account::AdminSessions/> }.into_any(),
    }
}

#[lazy]
fn tenancy_store_pages(page: Option<StorePage>) -> AnyView {
    match page {
        None => ().into_any(),
        Some(StorePage::General) => view! { <pages::store::GeneralSettings/> }.into_any(),
        Some(StorePage::Shipping) => view! { <pages::store::ShippingSettings/> }.into_any(),
        Some(StorePage::Options) => view! { <pages::StoreOptions/> }.into_any(),
        Some(StorePage::Region) => view! { <pages::store::RegionSettingsPage/> }.into_any(),
        Some(StorePage::Access) => view! { <pages::store::AccessSettingsPage/> }.into_any(),
        Some(StorePage::Domains) => view! { <pages::store::DomainsPage/> }.into_any(),
        Some(StorePage::Team) => view! { <pages::store::TeamPage/> }.into_any(),
        Some(StorePage::Roles) => view! { <pages::TeamRoles/> }.into_any(),
        Some(StorePage::Role) => view! { <pages::TeamRole/> }.into_any(),
        Some(StorePage::ApiKeys) => view! { <pages::store::ApiKeysPage/> }.into_any(),
        Some(StorePage::Profile) => view! { <pages::StoreProfile/> }.into_any(),
        Some(StorePage::Security) => view! { <pages::account::StoreSecurity/> }.into_any(),
        Some(StorePage::SecondFactor) => view! { <pages::account::StoreSecondFactor/> }.into_any(),
        Some(StorePage::Sessions) => view! { <pages::account::StoreSessions/> }.into_any(),
    }
}

fn routes(frontend: Frontend) -> Vec<Route> {
    match frontend {
        Frontend::Platform => vec![
            page(path!("sign-in"), PlatformPage::SignIn, tenancy_platform_pages),
            page(path!("sign-in/second-step"), PlatformPage::SecondStep, tenancy_platform_pages),
            page(path!("forgotten-password"), PlatformPage::Forgotten, tenancy_platform_pages),
            page(path!("new-password"), PlatformPage::NewPassword, tenancy_platform_pages),
            page(path!("confirm-email"), PlatformPage::ConfirmEmail, tenancy_platform_pages),
            page(path!("invitations/:token"), PlatformPage::Invitation, tenancy_platform_pages),
            page(path!("transfers/:token"), PlatformPage::Transfer, tenancy_platform_pages),
            page(path!("stores"), PlatformPage::MyStores, tenancy_platform_pages),
        ],
        Frontend::Admin => vec![
            page(path!("sign-in"), AdminPage::SignIn, tenancy_admin_pages),
            page(path!("sign-in/second-step"), AdminPage::SecondStep, tenancy_admin_pages),
            page(path!("forgotten-password"), AdminPage::Forgotten, tenancy_admin_pages),
            page(path!("new-password"), AdminPage::NewPassword, tenancy_admin_pages),
            page(path!("modules"), AdminPage::Modules, tenancy_admin_pages),
            page(path!("modules/:code"), AdminPage::Module, tenancy_admin_pages),
            page(path!("stores"), AdminPage::Stores, tenancy_admin_pages),
            page(path!("stores/new"), AdminPage::NewStore, tenancy_admin_pages),
            page(path!("stores/:code"), AdminPage::Store, tenancy_admin_pages),
            page(path!("merchants"), AdminPage::Merchants, tenancy_admin_pages),
            page(path!("merchants/new"), AdminPage::NewMerchant, tenancy_admin_pages),
            page(path!("merchants/:code"), AdminPage::Merchant, tenancy_admin_pages),
            page(path!("platforms"), AdminPage::Platforms, tenancy_admin_pages),
            page(path!("platforms/new"), AdminPage::NewPlatform, tenancy_admin_pages),
            page(path!("platforms/:code"), AdminPage::Platform, tenancy_admin_pages),
            page(path!("menus"), AdminPage::Menus, tenancy_admin_pages),
            page(path!("users"), AdminPage::Users, tenancy_admin_pages),
            page(path!("users/:id"), AdminPage::User, tenancy_admin_pages),
            page(path!("operators"), AdminPage::Operators, tenancy_admin_pages),
            page(path!("operators/roles"), AdminPage::OperatorRoles, tenancy_admin_pages),
            page(path!("operators/roles/new"), AdminPage::OperatorRole, tenancy_admin_pages),
            page(path!("operators/roles/:id"), AdminPage::OperatorRole, tenancy_admin_pages),
            page(path!("settings"), AdminPage::Options, tenancy_admin_pages),
            page(path!("profile"), AdminPage::Profile, tenancy_admin_pages),
            page(path!("profile/security"), AdminPage::Security, tenancy_admin_pages),
            page(path!("profile/second-factor"), AdminPage::SecondFactor, tenancy_admin_pages),
            page(path!("profile/sessions"), AdminPage::Sessions, tenancy_admin_pages),
        ],
        Frontend::Store => vec![
            page(path!("settings"), StorePage::General, tenancy_store_pages),
            page(path!("settings/shipping"), StorePage::Shipping, tenancy_store_pages),
            page(path!("settings/options"), StorePage::Options, tenancy_store_pages),
            page(path!("settings/region"), StorePage::Region, tenancy_store_pages),
            page(path!("settings/access"), StorePage::Access, tenancy_store_pages),
            page(path!("settings/domains"), StorePage::Domains, tenancy_store_pages),
            page(path!("settings/team"), StorePage::Team, tenancy_store_pages),
            page(path!("settings/team/roles"), StorePage::Roles, tenancy_store_pages),
            page(path!("settings/team/roles/new"), StorePage::Role, tenancy_store_pages),
            page(path!("settings/team/roles/:id"), StorePage::Role, tenancy_store_pages),
            page(path!("settings/api-keys"), StorePage::ApiKeys, tenancy_store_pages),
            page(path!("profile"), StorePage::Profile, tenancy_store_pages),
            page(path!("profile/security"), StorePage::Security, tenancy_store_pages),
            page(path!("profile/second-factor"), StorePage::SecondFactor, tenancy_store_pages),
            page(path!("profile/sessions"), StorePage::Sessions, tenancy_store_pages),
        ],
        Frontend::Storefront => Vec::new(),
    }
}

/// The module's declaration.
#[must_use]
pub fn definition() -> ModuleDefinition {
    ModuleDefinition {
        permissions: permissions::all(),
        operator_permissions: permissions::for_operators(),
        menu: menu::menu(),
        routes,
        ..ModuleDefinition::new(
            "tenancy",
            Tier::Core,
            |l| td_string!(of(l), module.name),
            |l| td_string!(of(l), module.description),
        )
    }
}
