//! Where the pages are, below a frontend's base.

/// The door of the admin, and of the platform's pages for the merchants' teams.
pub const SIGN_IN: &str = "/sign-in";
/// The second step of signing in.
pub const SECOND_STEP: &str = "/sign-in/second-step";
/// For whoever has forgotten their password.
pub const FORGOTTEN: &str = "/forgotten-password";
/// Where the link to a new password leads.
pub const NEW_PASSWORD: &str = "/new-password";
/// Where the link that confirms an e-mail address leads, on the platform's own pages.
pub const CONFIRM_EMAIL: &str = "/confirm-email";
/// The admin, below the platform's base.
pub const ADMIN: &str = "/admin";
/// The platform's modules.
pub const MODULES: &str = "/modules";
/// The platform's stores.
pub const STORES: &str = "/stores";
/// Those that are open.
pub const OPEN_STORES: &str = "/stores?scope=open";
/// Those that are closed.
pub const CLOSED_STORES: &str = "/stores?scope=closed";
/// A new store.
pub const NEW_STORE: &str = "/stores/new";
/// The platform's merchants.
pub const MERCHANTS: &str = "/merchants";
/// A new merchant.
pub const NEW_MERCHANT: &str = "/merchants/new";
/// The installation's platforms.
pub const PLATFORMS: &str = "/platforms";
/// A new platform.
pub const NEW_PLATFORM: &str = "/platforms/new";
/// The menus of the platform's frontends.
pub const MENUS: &str = "/menus";
/// An export of everything of one store, as a file.
pub const EXPORT: &str = "/store-exports/{id}";
/// Where an operator goes on as somebody else, in back offices and storefronts.
pub const IMPERSONATION: &str = "/impersonation/{token}";
/// What somebody sees and changes of themselves, in both back offices.
pub const PROFILE: &str = "/profile";
/// Password, second factor and passkeys, in both back offices.
pub const SECURITY: &str = "/profile/security";
/// Where somebody sets up their second factor, in both back offices.
pub const SECOND_FACTOR: &str = "/profile/second-factor";
/// What somebody wants to be told, in both back offices: a page of the module that is always on.
pub const PREFERENCES: &str = "/profile/notifications";
/// Where somebody is signed in, in both back offices.
pub const SESSIONS: &str = "/profile/sessions";
/// A store's settings; in the admin, what the modules let the platform set.
pub const SETTINGS: &str = "/settings";
/// Where a store is at home: languages, clock, currency, numbers.
pub const REGION: &str = "/settings/region";
/// Who is let into a storefront.
pub const ACCESS: &str = "/settings/access";
/// Where a store is found.
pub const DOMAINS: &str = "/settings/domains";
/// A store's ways of shipping.
pub const SHIPPING: &str = "/settings/shipping";
/// What the modules let a store set.
pub const OPTIONS: &str = "/settings/options";
/// A store's team.
pub const TEAM: &str = "/settings/team";

/// The roles of a store's team.
pub const ROLES: &str = "/settings/team/roles";
/// A new one.
pub const NEW_ROLE: &str = "/settings/team/roles/new";
/// A store's keys for programs.
pub const API_KEYS: &str = "/settings/api-keys";
/// Everybody who works on the platform, in the admin.
pub const USERS: &str = "/users";
/// Who runs the platform, in the admin.
pub const OPERATORS: &str = "/operators";
/// The operators' roles.
pub const OPERATOR_ROLES: &str = "/operators/roles";
/// A new one.
pub const NEW_OPERATOR_ROLE: &str = "/operators/roles/new";

/// A role of a store's team.
#[must_use]
pub fn role(key: &str) -> String {
    format!("{ROLES}/{key}")
}

/// A role of operators.
#[must_use]
pub fn operator_role(key: &str) -> String {
    format!("{OPERATOR_ROLES}/{key}")
}

/// A user in the admin.
#[must_use]
pub fn user(id: &impl std::fmt::Display) -> String {
    format!("{USERS}/{id}")
}

/// An invitation on the platform's own pages.
#[must_use]
pub fn invitation(token: &str) -> String {
    format!("/invitations/{token}")
}

/// A transfer of ownership on the platform's own pages.
#[must_use]
pub fn transfer(token: &str) -> String {
    format!("/transfers/{token}")
}

/// A module in the admin.
#[must_use]
pub fn module(code: &str) -> String {
    format!("{MODULES}/{code}")
}

/// A platform in the admin.
#[must_use]
pub fn platform(code: &str) -> String {
    format!("{PLATFORMS}/{code}")
}

/// A merchant in the admin.
#[must_use]
pub fn merchant(code: &str) -> String {
    format!("{MERCHANTS}/{code}")
}

/// The stores of a merchant in the admin.
#[must_use]
pub fn stores_of(merchant: &str) -> String {
    format!("{STORES}?merchant={merchant}")
}

/// The menu of a frontend.
#[must_use]
pub fn menu(frontend: &str) -> String {
    format!("{MENUS}?frontend={frontend}")
}

/// An export, below the admin's base.
#[must_use]
pub fn export(id: &str) -> String {
    EXPORT.replace("{id}", id)
}

/// Where an operator goes on as somebody else.
#[must_use]
pub fn impersonation(token: &str) -> String {
    IMPERSONATION.replace("{token}", token)
}

/// A store in the admin.
#[must_use]
pub fn store(code: &str) -> String {
    format!("{STORES}/{code}")
}

/// A store's back office, below the platform's base.
#[must_use]
pub fn back_office(store: &str) -> String {
    format!("/store/{store}")
}
