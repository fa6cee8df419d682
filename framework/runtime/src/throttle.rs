//! Guesses at an account's secrets: passwords, codes. Counted in the database, so over all addresses and processes.
//!
//! A verb calls [`check`] before it evaluates a guess, then [`failed`] or [`succeeded`]. At most ten guesses an account and
//! minute are evaluated, and from the fifth wrong one in a row each has to wait longer. A browser that an account has signed in
//! on before carries a sealed cookie and is counted apart, so that strangers cannot lock the owner out.
//!
//! `account` names the account in the whole installation, whether it exists or not: `user:anna@example.test`,
//! `customer:<store>:anna@example.test`.

mod device;
#[cfg(test)]
mod tests;

use orion_kernel::AppError;
use sha2::{Digest as _, Sha256};
use sqlx::PgConnection;
use time::{Duration, OffsetDateTime};

use crate::{Ctx, ctx::begin_unscoped, error::Result};

/// Guesses evaluated in any minute.
const MOST: i32 = 10;
/// So many wrong ones in a row cost no time.
const FREE: i32 = 5;
/// The longest wait between two guesses, in seconds.
const LONGEST_WAIT: i32 = 300;
/// What nobody guessed at for this long is forgotten.
const KEEP: Duration = Duration::hours(24);

/// Refuses when too many guesses at the account were evaluated, or the wait after the last wrong one is not over.
///
/// # Errors
///
/// `RateLimited` with `retry_after_secs`, whether the account exists or not.
pub async fn check(ctx: &Ctx, purpose: &str, account: &str) -> Result<()> {
    let key = key(ctx, purpose, account);
    let mut tx = begin_unscoped(ctx.app()).await?;
    let refused = admit(&mut tx, purpose, &key, ctx.now()).await?;
    tx.commit().await?;
    match refused {
        None => Ok(()),
        Some(secs) => Err(AppError::rate_limited().with("retry_after_secs", secs).into()),
    }
}

/// The guess was wrong.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn failed(ctx: &Ctx, purpose: &str, account: &str) -> Result<()> {
    let key = key(ctx, purpose, account);
    let mut tx = begin_unscoped(ctx.app()).await?;
    note_failure(&mut tx, purpose, &key, ctx.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// The guess was right: wrong ones are forgotten. With [`remember_device`] once the person is signed in.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn succeeded(ctx: &Ctx, purpose: &str, account: &str) -> Result<()> {
    let key = key(ctx, purpose, account);
    let mut tx = begin_unscoped(ctx.app()).await?;
    note_success(&mut tx, purpose, &key, ctx.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// Remembers this browser as one that the account has signed in on: call it when a session is started.
///
/// # Errors
///
/// Never by the visitor's doing.
pub fn remember_device(ctx: &Ctx, account: &str) -> Result<(), AppError> {
    device::remember(ctx, account)
}

/// Whether the account has signed in on this browser before.
#[must_use]
pub fn is_known_device(ctx: &Ctx, account: &str) -> bool {
    device::of(ctx, account).is_some()
}

/// What is counted: the account, on a known device that device with it.
fn key(ctx: &Ctx, purpose: &str, account: &str) -> Vec<u8> {
    let device = device::of(ctx, account).unwrap_or_default();
    Sha256::new()
        .chain_update(purpose)
        .chain_update([0])
        .chain_update(account)
        .chain_update([0])
        .chain_update(device)
        .finalize()
        .to_vec()
}

/// Counts a guess in one statement, so that parallel ones wait for each other at the row. Says how long to wait when it is
/// one too many.
async fn admit(
    conn: &mut PgConnection,
    purpose: &str,
    key: &[u8],
    now: OffsetDateTime,
) -> Result<Option<i64>, sqlx::Error> {
    let admitted = sqlx::query(
        "insert into orion.throttle as t (purpose, key_hash, recent, failures, used_at)
         values ($1, $2, array[$3::timestamptz], 0, $3)
         on conflict (purpose, key_hash) do update
         set recent = (case when cardinality(t.recent) >= $4 then t.recent[2:] else t.recent end) || $3::timestamptz,
             used_at = $3
         where (t.blocked_until is null or t.blocked_until <= $3)
           and (cardinality(t.recent) < $4 or t.recent[1] <= $3 - interval '1 minute')",
    )
    .bind(purpose)
    .bind(key)
    .bind(now)
    .bind(MOST)
    .execute(&mut *conn)
    .await?;
    if admitted.rows_affected() > 0 {
        return Ok(None);
    }
    let until: Option<OffsetDateTime> = sqlx::query_scalar(
        "select greatest(blocked_until, case when cardinality(recent) >= $3 then recent[1] + interval '1 minute' end)
         from orion.throttle where purpose = $1 and key_hash = $2",
    )
    .bind(purpose)
    .bind(key)
    .bind(MOST)
    .fetch_optional(conn)
    .await?
    .flatten();
    Ok(Some(until.map_or(1, |until| (until - now).whole_seconds() + 1).max(1)))
}

async fn note_failure(
    conn: &mut PgConnection,
    purpose: &str,
    key: &[u8],
    now: OffsetDateTime,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update orion.throttle
         set failures = failures + 1,
             blocked_until = case when failures + 1 >= $4
                 then $3 + make_interval(secs => least(power(2, least(failures + 1 - $4, 20)), $5)) end
         where purpose = $1 and key_hash = $2",
    )
    .bind(purpose)
    .bind(key)
    .bind(now)
    .bind(FREE)
    .bind(LONGEST_WAIT)
    .execute(conn)
    .await
    .map(drop)
}

/// A right guess was none: it does not count towards the most in a minute.
async fn note_success(
    conn: &mut PgConnection,
    purpose: &str,
    key: &[u8],
    now: OffsetDateTime,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "update orion.throttle set recent = array_remove(recent, $3::timestamptz), failures = 0, blocked_until = null
         where purpose = $1 and key_hash = $2",
    )
    .bind(purpose)
    .bind(key)
    .bind(now)
    .execute(conn)
    .await
    .map(drop)
}

/// Forgets what nobody guesses at any more, and says how much that was.
pub(crate) async fn remove_expired(conn: &mut PgConnection) -> Result<u64, sqlx::Error> {
    let removed = sqlx::query("delete from orion.throttle where used_at < now() - make_interval(secs => $1)")
        .bind(KEEP.as_seconds_f64())
        .execute(conn)
        .await?;
    Ok(removed.rows_affected())
}
