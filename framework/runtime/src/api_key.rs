//! Keys for programs: `Authorization: Bearer orion_…` says who asks, in one store, for what the key may do.

use async_trait::async_trait;
use http::{HeaderMap, header};
use orion_kernel::{AppError, StoreId};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{App, Ctx, Principal, PrincipalKind, Result, Scope, one_time_token::hash};

/// What every key begins with, so that people and scanners of leaked secrets recognise one.
pub const PREFIX: &str = "orion_";
/// How much of a key is kept for recognition.
const RECOGNISED: usize = PREFIX.len() + 6;
/// No key is longer.
const LONGEST: usize = 128;

/// A key that was just made.
pub struct NewKey {
    /// What its owner gets to see, once.
    pub plain: String,
    /// How it begins.
    pub prefix: String,
    /// What is kept of it. The key holds 256 random bits, so it needs no salt.
    pub hash: Vec<u8>,
}

/// Makes a key.
#[must_use]
pub fn new(ctx: &Ctx) -> NewKey {
    let plain = format!("{PREFIX}{}", ctx.random_token());
    NewKey { prefix: plain.chars().take(RECOGNISED).collect(), hash: hash(&plain), plain }
}

/// A key that works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKey {
    /// Its id.
    pub id: Uuid,
    /// What it is for.
    pub name: String,
    /// Ids of the permissions it holds.
    pub scopes: Vec<String>,
}

/// Finds keys. Implemented by the module that owns them.
#[async_trait]
pub trait ApiKeys: Send + Sync {
    /// The key of this store with this hash, when it works at that moment; notes that it was used.
    async fn find(&self, app: &App, store: StoreId, hash: &[u8], now: OffsetDateTime) -> Result<Option<ApiKey>>;
}

/// Which program asks, by the key it sends; `None` when it sends none.
///
/// # Errors
///
/// `Unauthenticated`, the same for a key that is unknown, revoked, too old or another store's, and for what is no key.
pub async fn authenticate(
    app: &App,
    scope: &Scope,
    headers: &HeaderMap,
    now: OffsetDateTime,
) -> Result<Option<Principal>> {
    let Some(value) = headers.get(header::AUTHORIZATION) else { return Ok(None) };
    let sent = value.to_str().ok().and_then(bearer).ok_or_else(AppError::unauthenticated)?;
    let keys = app.modules().iter().find_map(|module| module.api_keys.clone()).ok_or_else(AppError::unauthenticated)?;
    let store = scope.store_id().ok_or_else(AppError::unauthenticated)?;
    let key = keys.find(app, store, &hash(sent), now).await?.ok_or_else(AppError::unauthenticated)?;
    Ok(Some(Principal { name: key.name, permissions: key.scopes, ..Principal::new(PrincipalKind::Machine, key.id) }))
}

/// The key in a header; the scheme's name may be written in any way (RFC 9110, 11.1).
fn bearer(header: &str) -> Option<&str> {
    let (scheme, key) = header.split_once(' ')?;
    let key = key.trim();
    let is_key = key.starts_with(PREFIX) && key.len() <= LONGEST && key.bytes().all(|byte| byte.is_ascii_graphic());
    (scheme.eq_ignore_ascii_case("bearer") && is_key).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_what_follows_bearer() {
        assert_eq!(bearer("Bearer orion_abc"), Some("orion_abc"));
        assert_eq!(bearer("bearer  orion_abc "), Some("orion_abc"));
        let long = format!("Bearer orion_{}", "a".repeat(200));
        for other in ["Basic orion_abc", "Bearer abc", "orion_abc", "Bearer orion_a b", "Bearer", &long] {
            assert_eq!(bearer(other), None, "{other}");
        }
    }
}
