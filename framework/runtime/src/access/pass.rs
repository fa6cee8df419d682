//! What lets somebody past a closed door: the entry of whoever knew the word, the team's look, the secret link. Each is
//! signed with the installation's key for one store and version, and kept nowhere.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use orion_kernel::{AppError, StoreId};
use sha2::Sha256;
use time::{Duration, OffsetDateTime};

use crate::{Ctx, config::SecretKey, scope::Store};

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
///
/// # Errors
///
/// Never: keys of any length are allowed.
pub fn entry(key: &SecretKey, store: StoreId, password_version: i32) -> Result<String, AppError> {
    signed(key, store, "entry", password_version, 0)
}

/// The secret link's value, for whoever the merchant gives it to.
///
/// # Errors
///
/// Never: keys of any length are allowed.
pub fn shared_preview(key: &SecretKey, store: &Store) -> Result<String, AppError> {
    Ok(format!("s.{}", signed(key, store.id, "shared", store.access.preview_version, 0)?))
}

/// A link's value for a member of the team, good for hours.
///
/// # Errors
///
/// Never: keys of any length are allowed.
pub fn team_preview(key: &SecretKey, store: &Store, now: OffsetDateTime) -> Result<String, AppError> {
    let end = (now + TEAM).unix_timestamp();
    Ok(format!("t.{end}.{}", signed(key, store.id, "team", store.access.preview_version, end)?))
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

fn signed(key: &SecretKey, store: StoreId, what: &str, version: i32, end: i64) -> Result<String, AppError> {
    Ok(URL_SAFE_NO_PAD.encode(mac(key, store, what, version, end)?.finalize().into_bytes()))
}

/// Takes the same time whatever is wrong.
fn verify(key: &SecretKey, store: &Store, what: &str, version: i32, end: i64, value: &str) -> bool {
    let Ok(bytes) = URL_SAFE_NO_PAD.decode(value) else { return false };
    mac(key, store.id, what, version, end).is_ok_and(|mac| mac.verify_slice(&bytes).is_ok())
}

fn mac(key: &SecretKey, store: StoreId, what: &str, version: i32, end: i64) -> Result<Hmac<Sha256>, AppError> {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key.bytes()).map_err(|_| AppError::internal())?;
    mac.update(format!("access.{what}:{store}:{version}:{end}").as_bytes());
    Ok(mac)
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
        let shared = shared_preview(&key, &store(1, 1, 1)).expect("a link");
        let team = team_preview(&key, &store(1, 1, 1), NOW).expect("a link");
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
        let entered = entry(&key, store(1, 1, 1).id, 1).expect("a value");
        assert!(verify(&key, &store(1, 1, 1), "entry", 1, 0, &entered));
        assert!(!verify(&key, &store(1, 2, 1), "entry", 2, 0, &entered));
        assert!(!verify(&key, &store(2, 1, 1), "entry", 1, 0, &entered));
        assert_eq!(preview(&key, &store(1, 1, 1), &format!("s.{entered}"), NOW), None);
    }
}
