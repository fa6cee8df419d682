//! Browsers that somebody trusts: not asked for the second factor for 30 days.

use orion_runtime::{Ctx, PlatformCtx, Result, Tx, one_time_token};
use time::Duration;
use uuid::Uuid;

/// The cookie's short name.
const COOKIE: &str = "trusted";
/// How long.
const VALID_FOR: Duration = Duration::days(30);

/// Whether this browser is one of the user's trusted ones.
pub async fn is_trusted_device(ctx: &Ctx, user: Uuid) -> Result<bool> {
    let Some(token) = ctx.cookie(COOKIE) else { return Ok(false) };
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let is_trusted = sqlx::query_scalar(
        "select exists (select from tenancy.trusted_devices where user_id = $1 and token_hash = $2 and expires_at > $3)",
    )
    .bind(user)
    .bind(one_time_token::hash(&token))
    .bind(ctx.now())
    .fetch_one(tx.conn())
    .await?;
    tx.commit().await?;
    Ok(is_trusted)
}

/// Trusts this browser, with the second factor that was just shown.
pub async fn trust_device(tx: &mut Tx, user: Uuid) -> Result<()> {
    let ctx = tx.ctx().clone();
    let (token, hash) = one_time_token::new(&ctx);
    sqlx::query("insert into tenancy.trusted_devices (user_id, token_hash, expires_at) values ($1, $2, $3)")
        .bind(user)
        .bind(hash)
        .bind(ctx.now() + VALID_FOR)
        .execute(tx.conn())
        .await?;
    orion_runtime::set_cookie(&ctx, COOKIE, &token, Some(VALID_FOR));
    Ok(())
}

/// Trusts no browser of the user's any more: a credential changed.
pub async fn forget_devices(tx: &mut Tx, user: Uuid) -> Result<()> {
    sqlx::query("delete from tenancy.trusted_devices where user_id = $1").bind(user).execute(tx.conn()).await?;
    Ok(())
}
