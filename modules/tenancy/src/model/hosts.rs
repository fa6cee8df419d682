//! Names below a platform's host, and what becomes of a domain that a merchant types.

use super::{is_code, is_reserved_code};

/// Whether a name can stand before a platform's host: a code of three characters at least.
#[must_use]
pub fn is_subdomain(name: &str) -> bool {
    name.len() >= 3 && is_code(name) && !name.contains("--")
}

/// Whether a name is kept back: it leads elsewhere, or people would take it for the platform's own.
#[must_use]
pub fn is_reserved_subdomain(name: &str) -> bool {
    is_reserved_code(name) || matches!(name, "shops" | "storefronts" | "email" | "pop3" | "login" | "secure" | "my")
}

/// What people paste is an address more often than a host: what is before and behind the host goes.
#[must_use]
pub fn typed_host(text: &str) -> String {
    let text = text.trim().to_lowercase();
    let text = text.strip_prefix("https://").or(text.strip_prefix("http://")).unwrap_or(&text);
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    host.trim_end_matches('.').to_owned()
}

/// The other name of a pair: `www.shop.lu` of `shop.lu`, and the other way round.
#[must_use]
pub fn sibling(host: &str) -> String {
    host.strip_prefix("www.").map_or_else(|| format!("www.{host}"), str::to_owned)
}

/// Under which name the record is looked for that proves a domain: one record proves a name with and without `www`.
#[must_use]
pub fn proof_name(host: &str) -> String {
    format!("_orion-verify.{}", host.strip_prefix("www.").unwrap_or(host))
}

/// What stands in that record.
#[must_use]
pub fn proof_text(token: &str) -> String {
    format!("orion-verify={token}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subdomain_is_a_plain_word_that_nobody_takes_for_the_platform() {
        for name in ["kaffi", "a-b", "bikes-2026"] {
            assert!(is_subdomain(name) && !is_reserved_subdomain(name), "{name}");
        }
        for name in ["", "ab", "-ab", "ab-", "a--b", "Kaffi", "kaffi.haus", "käffi", &"a".repeat(41)] {
            assert!(!is_subdomain(name), "{name}");
        }
        for name in ["www", "api", "admin", "mail", "store", "shop", "xn--kffi-loa"] {
            assert!(is_reserved_subdomain(name), "{name}");
        }
    }

    #[test]
    fn an_address_becomes_its_host() {
        for (text, host) in [
            (" https://Shop.LU/products?x=1 ", "shop.lu"),
            ("shop.lu.", "shop.lu"),
            ("http://www.shop.lu", "www.shop.lu"),
            ("shop.lu#top", "shop.lu"),
            ("", ""),
        ] {
            assert_eq!(typed_host(text), host, "{text}");
        }
    }

    #[test]
    fn a_pair_is_proved_by_one_record() {
        assert_eq!(sibling("shop.lu"), "www.shop.lu");
        assert_eq!(sibling("www.shop.lu"), "shop.lu");
        assert_eq!(proof_name("www.shop.lu"), proof_name("shop.lu"));
        assert_eq!(proof_name("eshop.brand.lu"), "_orion-verify.eshop.brand.lu");
    }
}
