//! Names that no store and no platform may have: they lead elsewhere, or people would take them for ours.

const RESERVED: &[&str] = &[
    "abuse",
    "account",
    "accounts",
    "admin",
    "administrator",
    "api",
    "app",
    "assets",
    "auth",
    "autoconfig",
    "autodiscover",
    "billing",
    "blog",
    "cdn",
    "checkout",
    "contact",
    "dashboard",
    "de",
    "demo",
    "dev",
    "dns",
    "docs",
    "en",
    "fake-provider",
    "files",
    "fr",
    "ftp",
    "health",
    "help",
    "host",
    "hostmaster",
    "imap",
    "info",
    "invitations",
    "lb",
    "localhost",
    "login",
    "mail",
    "metrics",
    "mx",
    "new",
    "ns",
    "ns1",
    "ns2",
    "orion",
    "pay",
    "payment",
    "payments",
    "pkg",
    "platform",
    "pop",
    "postmaster",
    "pricing",
    "root",
    "security",
    "shop",
    "sign-in",
    "sign-up",
    "signup",
    "smtp",
    "ssl",
    "staging",
    "static",
    "status",
    "store",
    "storefront",
    "stores",
    "style",
    "support",
    "system",
    "test",
    "transfers",
    "webhooks",
    "webmail",
    "webmaster",
    "wpad",
    "www",
];

/// Whether a code or a subdomain is kept back.
#[must_use]
pub fn is_reserved_code(code: &str) -> bool {
    RESERVED.binary_search(&code).is_ok() || code.starts_with("xn--") || code.starts_with("www-")
}

/// Whether a text can be a code: small letters, digits and dashes inside, as a label of a host.
#[must_use]
pub fn is_code(code: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    (2..=40).contains(&code.len())
        && code.bytes().all(|byte| is_plain(byte) || byte == b'-')
        && code.bytes().next().is_some_and(is_plain)
        && code.bytes().next_back().is_some_and(is_plain)
}

/// Whether a text can be the host of a platform: several labels in small letters, no address and no port.
#[must_use]
pub fn is_host(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let is_address = labels.last().is_some_and(|label| label.bytes().all(|byte| byte.is_ascii_digit()));
    host.len() <= 200 && labels.len() >= 2 && labels.iter().all(is_label) && !is_address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_can_be_searched() {
        assert!(RESERVED.is_sorted_by(|one, other| one < other));
        assert!(is_reserved_code("admin") && is_reserved_code("www") && !is_reserved_code("lumiere"));
    }

    #[test]
    fn codes_are_labels() {
        for (code, expected) in
            [("shop-2", true), ("a", false), ("-a", false), ("a-", false), ("Ab", false), ("ä1", false)]
        {
            assert_eq!(is_code(code), expected, "{code}");
        }
    }

    #[test]
    fn hosts_are_names() {
        for (host, expected) in [
            ("shops.example.com", true),
            ("zeta.localhost", true),
            ("localhost", false),
            ("127.0.0.1", false),
            ("Shops.example.com", false),
            ("shops.example.com:8080", false),
            ("shops..com", false),
            ("-a.com", false),
            ("", false),
        ] {
            assert_eq!(is_host(host), expected, "{host}");
        }
    }
}
