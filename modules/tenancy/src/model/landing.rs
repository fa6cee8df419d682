//! Where somebody is led after signing in. `next` comes from an address, so anybody may have written it.

use orion_kernel::Locale;

/// `next` when it is in one of the member's stores or a page of the platform for members, or else their first store.
#[must_use]
pub fn member_landing(next: &str, stores: &[String], language: &str) -> String {
    let wanted = below("/store/", next).and_then(|rest| rest.split(['/', '?']).next());
    if is_for_members(next) {
        return next.to_owned();
    }
    match (wanted, stores.first()) {
        (Some(code), _) if stores.iter().any(|store| store == code) => next.to_owned(),
        (_, Some(first)) => format!("{language}/store/{first}"),
        (_, None) => format!("{language}/"),
    }
}

/// The platform's own pages that people sign in for.
fn is_for_members(next: &str) -> bool {
    let is_list = below("/stores", next).is_some_and(|rest| rest.is_empty() || rest.starts_with('?'));
    is_list || ["/invitations/", "/transfers/"].iter().any(|mount| below(mount, next).is_some())
}

/// `next` when it is in the admin, or else its dashboard.
#[must_use]
pub fn operator_landing(next: &str, language: &str) -> String {
    let is_admin = below("/admin", next).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    let is_door = below("/admin/sign-in", next).is_some();
    if is_admin && !is_door { next.to_owned() } else { format!("{language}/admin") }
}

/// What follows `mount` in a path of this host, whatever its language.
fn below<'n>(mount: &str, next: &'n str) -> Option<&'n str> {
    let is_plain = next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\') && !next.contains("//");
    if !is_plain {
        return None;
    }
    let path = match next.get(1..3).and_then(Locale::from_code) {
        Some(_) if next.starts_with('/') && next.as_bytes().get(3) == Some(&b'/') => &next[3..],
        _ => next,
    };
    path.strip_prefix(mount)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_lands_in_a_store_of_theirs_only() {
        let stores = ["bierger".to_owned(), "kaffi".to_owned()];
        for (next, expected) in [
            ("/store/kaffi/orders?page=2", "/store/kaffi/orders?page=2"),
            ("/de/store/kaffi", "/de/store/kaffi"),
            ("/de/invitations/abc", "/de/invitations/abc"),
            ("/transfers/abc", "/transfers/abc"),
            ("/stores?q=kaffi", "/stores?q=kaffi"),
            ("//evil.test/invitations/abc", "/fr/store/bierger"),
            ("/storesque", "/fr/store/bierger"),
            ("/store/lumiere/orders", "/fr/store/bierger"),
            ("/store/", "/fr/store/bierger"),
            ("", "/fr/store/bierger"),
            ("https://evil.test/store/kaffi", "/fr/store/bierger"),
            ("//evil.test/store/kaffi", "/fr/store/bierger"),
            ("/store/kaffi//evil.test", "/fr/store/bierger"),
            ("/\\evil.test/store/kaffi", "/fr/store/bierger"),
            ("/store/kaffi\r\nSet-Cookie: a", "/fr/store/bierger"),
            ("/xx/store/kaffi", "/fr/store/bierger"),
            ("/admin", "/fr/store/bierger"),
        ] {
            assert_eq!(member_landing(next, &stores, "/fr"), expected, "{next}");
        }
    }

    #[test]
    fn an_operator_lands_in_the_admin() {
        for (next, expected) in [
            ("/admin/modules", "/admin/modules"),
            ("/fr/admin", "/fr/admin"),
            ("/admin?x=1", "/admin?x=1"),
            ("/administrator", "/de/admin"),
            ("/admin/sign-in?next=/admin", "/de/admin"),
            ("//evil.test/admin", "/de/admin"),
            ("", "/de/admin"),
        ] {
            assert_eq!(operator_landing(next, "/de"), expected, "{next}");
        }
    }
}
