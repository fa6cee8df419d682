//! Where the pages are, below a frontend's base.

/// The door of the admin, and of the platform's pages for the merchants' teams.
pub const SIGN_IN: &str = "/sign-in";
/// The platform's modules.
pub const MODULES: &str = "/modules";
/// The platform's stores.
pub const STORES: &str = "/stores";
/// Those that are open.
pub const OPEN_STORES: &str = "/stores?scope=open";
/// Those that are closed.
pub const CLOSED_STORES: &str = "/stores?scope=closed";
/// The platform's merchants.
pub const MERCHANTS: &str = "/merchants";
/// What somebody sees and changes of themselves, in both back offices.
pub const PROFILE: &str = "/profile";
/// A store's settings; in the admin, what the modules let the platform set.
pub const SETTINGS: &str = "/settings";
/// A store's ways of shipping.
pub const SHIPPING: &str = "/settings/shipping";
/// What the modules let a store set.
pub const OPTIONS: &str = "/settings/options";
/// A store's team.
pub const TEAM: &str = "/settings/team";

/// A module in the admin.
#[must_use]
pub fn module(code: &str) -> String {
    format!("{MODULES}/{code}")
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
