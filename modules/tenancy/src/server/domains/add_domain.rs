//! Says that a domain is the store's own.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, Result, Tx};
use serde_json::json;

use super::{
    host::{FIELD, is_of_platform, read_host},
    task::CheckDomain,
};
use crate::model::sibling;

/// The most domains of a store.
const MOST: i64 = 20;

/// Notes the claim, with that of the name with or without `www` when wanted: one record proves both. Any store may say so of
/// any domain; it becomes the store's when it is proved.
///
/// # Errors
///
/// What is wrong with the field `host`.
pub async fn add_domain(ctx: &Ctx, text: &str, with_sibling: bool) -> Result<()> {
    let store = ctx.store_id()?;
    let host = read_host(text)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    if is_of_platform(&mut tx, &host).await? {
        return Err(AppError::field(FIELD, "domain_of_platform").into());
    }
    // The store's row, so that two do not pass the limit at once.
    sqlx::query("select from tenancy.stores where id = $1 for no key update").bind(store.0).execute(tx.conn()).await?;
    let count: i64 = sqlx::query_scalar("select count(*) from tenancy.domain_claims where store_id = $1")
        .bind(store.0)
        .fetch_one(tx.conn())
        .await?;
    if count >= MOST {
        return Err(AppError::conflict("too_many_domains").with("max", MOST).into());
    }
    let other = sibling(&host);
    let token: Option<String> =
        sqlx::query_scalar("select token from tenancy.domain_claims where store_id = $1 and host = $2 and token <> ''")
            .bind(store.0)
            .bind(&other)
            .fetch_optional(tx.conn())
            .await?;
    let token = token.unwrap_or_else(|| ctx.random_token());
    if !claim(&mut tx, &host, &token, true).await? {
        return Err(AppError::field(FIELD, "domain_there").into());
    }
    if with_sibling && read_host(&other).is_ok() {
        claim(&mut tx, &other, &token, false).await?;
    }
    tx.audit("tenancy.domain_added", ("domain", &host), json!({ "host": host })).await?;
    tx.commit().await
}

/// Whether it is new.
async fn claim(tx: &mut Tx, host: &str, token: &str, wants_primary: bool) -> Result<bool> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let added = sqlx::query(
        "insert into tenancy.domain_claims (store_id, host, token, state, wants_primary, claimed_at, checking_since)
         values ($1, $2, $3, 'waiting', $4, $5, $5)
         on conflict (store_id, host) do nothing",
    )
    .bind(store.0)
    .bind(host)
    .bind(token)
    .bind(wants_primary)
    .bind(now)
    .execute(tx.conn())
    .await?;
    if added.rows_affected() == 0 {
        return Ok(false);
    }
    tx.enqueue(&CheckDomain { host: host.to_owned() }).await?;
    Ok(true)
}
