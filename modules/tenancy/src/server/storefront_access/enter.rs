//! Lets somebody into a storefront who knows its word.

use std::net::IpAddr;

use orion_kernel::{AppError, StoreId};
use orion_runtime::{
    Ctx, Result,
    access::{ACCESS_COOKIE, AccessMode, entry},
    password, set_cookie, throttle,
};
use time::Duration;

/// What is guessed at.
const PURPOSE: &str = "storefront";
/// How long somebody is let in, unless the word changes before.
const MAX_AGE: Duration = Duration::days(30);
/// The longest word that is compared.
const MOST_CHARS: usize = 64;

/// Compares the word, lets in, and says where to go on. The word is shared, so guesses are counted by where they come from:
/// a stranger cannot keep the others out.
///
/// # Errors
///
/// `wrong_store_password` for the field `password`; `RateLimited`.
pub async fn enter(ctx: &Ctx, word: &str, next: &str) -> Result<String> {
    let store = ctx.store()?;
    let next = landing(next);
    if store.access.mode != AccessMode::Password || !store.is_open {
        return Ok(next);
    }
    let from = counted_as(store.id, ctx.scope().ip);
    throttle::check(ctx, PURPOSE, &from).await?;
    let mut tx = ctx.begin().await?;
    let (hash, version): (Option<String>, i32) =
        sqlx::query_as("select access_password_hash, access_version from tenancy.stores where id = $1")
            .bind(store.id.0)
            .fetch_optional(tx.conn())
            .await?
            .ok_or_else(AppError::not_found)?;
    tx.commit().await?;
    let is_right = match hash.filter(|_| word.chars().count() <= MOST_CHARS) {
        Some(hash) => password::verify(word.to_owned(), hash).await.map_err(AppError::from)?,
        None => false,
    };
    if !is_right {
        throttle::failed(ctx, PURPOSE, &from).await?;
        return Err(AppError::field("password", "wrong_store_password").into());
    }
    throttle::succeeded(ctx, PURPOSE, &from).await?;
    set_cookie(ctx, ACCESS_COOKIE, &entry(&ctx.app().config().secret_key, store.id, version), Some(MAX_AGE));
    Ok(next)
}

/// Whoever has IPv6 has at least a /64 of it.
fn counted_as(store: StoreId, ip: IpAddr) -> String {
    match ip.to_canonical() {
        IpAddr::V4(address) => format!("{store}:{address}"),
        IpAddr::V6(address) => format!("{store}:{:016x}", address.to_bits() >> 64),
    }
}

/// The page somebody wanted, below the storefront's base; anybody may have written it.
fn landing(next: &str) -> String {
    let is_path = next.starts_with('/')
        && !next.contains("//")
        && next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
        && next.len() <= 500;
    if is_path { next.to_owned() } else { "/".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_below_the_storefront() {
        for (next, expected) in [
            ("/products/a?colour=red", "/products/a?colour=red"),
            ("/", "/"),
            ("", "/"),
            ("//evil.test", "/"),
            ("/\\evil.test", "/"),
            ("https://evil.test", "/"),
            ("/a\r\nSet-Cookie: x", "/"),
        ] {
            assert_eq!(landing(next), expected, "{next}");
        }
    }

    #[test]
    fn a_network_of_somebodys_own_counts_once() {
        let store = StoreId(uuid::Uuid::from_u128(1));
        let of = |ip: &str| counted_as(store, ip.parse().expect("an address"));
        assert_eq!(of("2001:db8::1"), of("2001:db8::ffff"));
        assert_ne!(of("2001:db8::1"), of("2001:db8:0:1::1"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
    }
}
