//! Cookies: named so that stores that share a host do not share them, and readable by nobody but the server.

use cookie::{Cookie, SameSite};
use time::Duration;

use crate::{Scope, config::Config};

/// The full name of a cookie in a scope. Storefronts below one host have cookies of their own.
#[must_use]
pub fn full_name(config: &Config, scope: &Scope, name: &str) -> String {
    let prefix = if config.environment.is_production() { "__Host-" } else { "" };
    match (&scope.store, scope.frontend) {
        (Some(store), orion_kernel::Frontend::Storefront) => format!("{prefix}orion_{name}_{}", store.code),
        _ => format!("{prefix}orion_{name}"),
    }
}

/// The value of a cookie in a `Cookie` header.
#[must_use]
pub fn find(header: &str, name: &str) -> Option<String> {
    Cookie::split_parse_encoded(header)
        .filter_map(std::result::Result::ok)
        .find(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}

/// A `Set-Cookie` header. Without an age it ends with the browser's session; an age of zero removes it.
#[must_use]
pub fn header(config: &Config, name: String, value: String, max_age: Option<Duration>) -> String {
    let mut cookie = Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(config.environment.is_production());
    if let Some(max_age) = max_age {
        cookie = cookie.max_age(max_age);
    }
    cookie.build().encoded().to_string()
}
