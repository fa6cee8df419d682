//! What lets somebody past a closed door: the entry of whoever knew the word, the team's look, the secret link. Each is
//! signed with the installation's key for one store and version, and kept nowhere.

use orion_kernel::StoreId;
use time::{Duration, OffsetDateTime};

use crate::{
    Ctx,
    config::{SecretKey, Signature},
    scope::Store,
};

/// The short name of the cookie of whoever knew the word.
pub const ACCESS_COOKIE: &str = "access";
/// The short name of the cookie of whoever came with a link.
pub const PREVIEW_COOKIE: &str = "preview";
/// The name of the link's value in a query.
pub const PREVIEW_PARAMETER: &str = "preview_key";

/// How long a member of the team can look with one link.
const TEAM: Duration = Duration::hours(12);
/// How long the secret link's cookie lives; the link itself lives until it is renewed.
const SHARED: Duration = Duration::days(7);

/// A link's value that is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preview {
    /// How long its cookie lives.
    pub max_age: Duration,
}

/// The cookie's value of whoever knew the word.
#[must_use]
pub fn entry(key: &SecretKey, store: StoreId, password_version: i32) -> String {
    signed(key, store, "entry", password_version, 0)
}

/// The secret link's value, for whoever the merchant gives it to.
#[must_use]
pub fn shared_preview(key: &SecretKey, store: &Store) -> String {
    format!("s.{}", signed(key, store.id, "shared", store.access.preview_version, 0))
}

/// A link's value for a member of the team, good for hours.
#[must_use]
pub fn team_preview(key: &SecretKey, store: &Store, now: OffsetDateTime) -> String {
    let end = (now + TEAM).unix_timestamp();
    format!("t.{end}.{}", signed(key, store.id, "team", store.access.preview_version, end))
}

/// Whether a link's value is good.
#[must_use]
pub fn preview(key: &SecretKey, store: &Store, value: &str, now: OffsetDateTime) -> Option<Preview> {
    let version = store.access.preview_version;
    if let Some(mac) = value.strip_prefix("s.") {
        return verify(key, store, "shared", version, 0, mac).then_some(Preview { max_age: SHARED });
    }
    let (end, mac) = value.strip_prefix("t.")?.split_once('.')?;
    let end: i64 = end.parse().ok()?;
    let left = Duration::seconds(end.checked_sub(now.unix_timestamp())?);
    (left.is_positive() && verify(key, store, "team", version, end, mac)).then_some(Preview { max_age: left.min(TEAM) })
}

pub(super) fn knows_the_word(ctx: &Ctx, store: &Store) -> bool {
    let key = &ctx.app().config().secret_key;
    let version = store.access.password_version;
    ctx.cookie(ACCESS_COOKIE).is_some_and(|value| verify(key, store, "entry", version, 0, &value))
}

pub(super) fn may_look(ctx: &Ctx, store: &Store) -> bool {
    let key = &ctx.app().config().secret_key;
    ctx.cookie(PREVIEW_COOKIE).is_some_and(|value| preview(key, store, &value, ctx.now()).is_some())
}

fn signed(key: &SecretKey, store: StoreId, what: &str, version: i32, end: i64) -> String {
    signature(key, store, what, version, end).text()
}

fn verify(key: &SecretKey, store: &Store, what: &str, version: i32, end: i64, value: &str) -> bool {
    signature(key, store.id, what, version, end).is_text(value)
}

fn signature(key: &SecretKey, store: StoreId, what: &str, version: i32, end: i64) -> Signature {
    key.sign("access.").over(format!("{what}:{store}:{version}:{end}"))
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;
    use uuid::Uuid;

    use super::*;
    use crate::access::StorefrontAccess;

    const NOW: OffsetDateTime = datetime!(2026-05-01 12:00 UTC);

    fn store(id: u128, password_version: i32, preview_version: i32) -> Store {
        let access = StorefrontAccess { password_version, preview_version, ..StorefrontAccess::default() };
        Store { id: StoreId(Uuid::from_u128(id)), access, ..Store::for_tests() }
    }

    #[test]
    fn a_link_is_good_for_its_store_version_and_time() {
        let key = SecretKey::from_bytes(vec![7; 32]);
        let shared = shared_preview(&key, &store(1, 1, 1));
        let team = team_preview(&key, &store(1, 1, 1), NOW);
        for value in [&shared, &team] {
            assert!(preview(&key, &store(1, 9, 1), value, NOW).is_some(), "{value}");
            assert!(preview(&key, &store(2, 1, 1), value, NOW).is_none(), "another store");
            assert!(preview(&key, &store(1, 1, 2), value, NOW).is_none(), "renewed");
            assert!(preview(&SecretKey::from_bytes(vec![8; 32]), &store(1, 1, 1), value, NOW).is_none());
        }
        assert!(preview(&key, &store(1, 1, 1), &team, NOW + TEAM).is_none(), "it is over");
        assert!(preview(&key, &store(1, 1, 1), &shared, NOW + Duration::days(900)).is_some());
        let (_, mac) = team.split_once('.').and_then(|(_, rest)| rest.split_once('.')).expect("three parts");
        let longer = format!("t.{}.{mac}", (NOW + Duration::days(900)).unix_timestamp());
        for wrong in ["", "s.", "t.", "t.1", "t.x.y", longer.as_str(), &shared[1..]] {
            assert_eq!(preview(&key, &store(1, 1, 1), wrong, NOW), None, "{wrong}");
        }
    }

    #[test]
    fn an_entry_is_no_link_and_ends_with_the_password() {
        let key = SecretKey::from_bytes(vec![7; 32]);
        let entered = entry(&key, store(1, 1, 1).id, 1);
        assert!(verify(&key, &store(1, 1, 1), "entry", 1, 0, &entered));
        assert!(!verify(&key, &store(1, 2, 1), "entry", 2, 0, &entered));
        assert!(!verify(&key, &store(2, 1, 1), "entry", 1, 0, &entered));
        assert_eq!(preview(&key, &store(1, 1, 1), &format!("s.{entered}"), NOW), None);
    }
}
