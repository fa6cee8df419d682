//! Reads a domain that a merchant types.

use orion_kernel::AppError;
use orion_runtime::{Result, Tx};
use url::Host;

use crate::model::typed_host;

/// The field it is typed into.
pub const FIELD: &str = "host";
/// The longest domain: the name of its proof has to fit too.
const MAX_LEN: usize = 200;

/// The domain as the domain name system has it: in small letters, what is not English as punycode.
///
/// # Errors
///
/// `invalid_domain`, `domain_is_address`, `domain_is_public`.
pub fn read_host(text: &str) -> Result<String, AppError> {
    let refuse = |code: &'static str| AppError::field(FIELD, code);
    let typed = typed_host(text);
    if typed.is_empty() {
        return Err(refuse("required"));
    }
    let host = match Host::parse(&typed) {
        Ok(Host::Domain(host)) => host,
        Ok(Host::Ipv4(_) | Host::Ipv6(_)) => return Err(refuse("domain_is_address")),
        Err(_) => return Err(refuse("invalid_domain")),
    };
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if host.len() > MAX_LEN || !host.contains('.') || !host.split('.').all(is_label) {
        return Err(refuse("invalid_domain"));
    }
    if psl::domain_str(&host).is_none() {
        return Err(refuse("domain_is_public"));
    }
    Ok(host)
}

/// Whether nothing stands above the domain but what everybody shares: such a name cannot be an alias.
#[must_use]
pub fn is_apex(host: &str) -> bool {
    psl::domain_str(host) == Some(host)
}

/// The domain as people write it.
#[must_use]
pub fn shown(host: &str) -> String {
    let (unicode, outcome) = idna::domain_to_unicode(host);
    if outcome.is_ok() { unicode } else { host.to_owned() }
}

/// Whether a host is a platform's or below one. The transaction sees all tenants.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn is_of_platform(tx: &mut Tx, host: &str) -> Result<bool> {
    let main = tx.ctx().app().config().public_origin.host().to_owned();
    let found = sqlx::query_scalar(
        "select exists (
             select from (select $2::text as host union all select p.host from tenancy.platforms p where p.host is not null) own
             where $1 = own.host or right($1, length(own.host) + 1) = '.' || own.host
         )",
    );
    Ok(found.bind(host).bind(main).fetch_one(tx.conn()).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_read_as_people_type_them() {
        for (text, expected) in [
            ("Shop.LU", "shop.lu"),
            ("https://www.shop.lu/de/", "www.shop.lu"),
            ("käffi.lu", "xn--kffi-loa.lu"),
            ("kaffi.test.", "kaffi.test"),
            ("brand.co.uk", "brand.co.uk"),
            ("xn--kffi-loa.lu", "xn--kffi-loa.lu"),
        ] {
            assert_eq!(read_host(text).as_deref(), Ok(expected), "{text}");
        }
        assert_eq!(shown("xn--kffi-loa.lu"), "käffi.lu");
    }

    #[test]
    fn what_is_no_domain_of_somebodys_own_is_refused() {
        for (text, code) in [
            ("", "required"),
            ("shop", "invalid_domain"),
            ("127.0.0.1", "domain_is_address"),
            ("[::1]", "domain_is_address"),
            ("http://192.168.1.1/", "domain_is_address"),
            ("co.uk", "domain_is_public"),
            ("github.io", "domain_is_public"),
            ("shop.lu:8080", "invalid_domain"),
            ("shop..lu", "invalid_domain"),
            ("-shop.lu", "invalid_domain"),
            ("shop lu.lu", "invalid_domain"),
            ("*.shop.lu", "invalid_domain"),
            ("_x.shop.lu", "invalid_domain"),
            (&format!("{}.lu", "a".repeat(64)), "invalid_domain"),
        ] {
            assert_eq!(read_host(text).expect_err("refused").fields[0].code, code, "{text}");
        }
    }

    #[test]
    fn an_apex_has_nothing_above_it() {
        assert!(is_apex("shop.lu") && is_apex("shop.co.uk"));
        assert!(!is_apex("www.shop.lu") && !is_apex("eshop.brand.co.uk"));
    }
}
