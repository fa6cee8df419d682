//! Cookies: named so that stores that share a host do not share them, and readable by nobody but the server.

use cookie::{Cookie, SameSite};
use orion_kernel::Frontend;
use time::Duration;

use crate::{Scope, config::Config};

/// The full name of a cookie in a scope. Storefronts below one host have cookies of their own. In production its name makes
/// browsers insist on a secure connection, this host alone and the whole of it: a sibling store's subdomain can set none.
#[must_use]
pub fn full_name(config: &Config, scope: &Scope, name: &str) -> String {
    let store = scope.store.as_ref().filter(|_| scope.frontend == Frontend::Storefront);
    name_in(config, store.map(|store| store.code.as_str()), name)
}

fn name_in(config: &Config, storefront: Option<&str>, name: &str) -> String {
    let prefix = if config.environment.is_production() { "__Host-" } else { "" };
    match storefront {
        Some(code) => format!("{prefix}orion_{name}_{code}"),
        None => format!("{prefix}orion_{name}"),
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::config::Environment;

    #[test]
    fn in_production_a_cookie_is_this_hosts_alone() {
        let mut config = Config::for_tests(Path::new("/nowhere"));
        assert_eq!(name_in(&config, None, "member"), "orion_member");
        config.environment = Environment::Production;
        for (storefront, expected) in [(None, "__Host-orion_member"), (Some("kaffi"), "__Host-orion_member_kaffi")] {
            let name = name_in(&config, storefront, "member");
            assert_eq!(name, expected);
            let header = header(&config, name, "token".to_owned(), Some(Duration::days(1)));
            for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/", "Max-Age=86400"] {
                assert!(header.contains(part), "{header}");
            }
            assert!(!header.contains("Domain"), "{header}");
        }
    }
}
