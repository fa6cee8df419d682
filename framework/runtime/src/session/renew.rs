//! A session goes on under a new token.

use sqlx::PgConnection;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::cookie_name;
use crate::{
    Ctx, PrincipalKind, Result, Tx,
    ctx::{begin_unscoped, random_token},
    one_time_token::hash,
};

/// Requests that were under way when the token changed are still let in for this long.
pub(super) const GRACE: Duration = Duration::seconds(10);

/// Gives this browser's session a new token: after a change of its person's own credentials. The old token is worth nothing
/// from then on.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn rotate(ctx: &Ctx, kind: PrincipalKind) -> Result<()> {
    change(ctx, kind, false).await
}

/// Notes that this browser's person has shown a second factor, and gives the session a new token.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn pass_second_factor(ctx: &Ctx, kind: PrincipalKind) -> Result<()> {
    change(ctx, kind, true).await
}

async fn change(ctx: &Ctx, kind: PrincipalKind, passes: bool) -> Result<()> {
    let Some(before) = ctx.cookie(cookie_name(kind)) else { return Ok(()) };
    let token = random_token();
    let mut tx = begin_unscoped(ctx.app()).await?;
    let kept: Option<(bool, OffsetDateTime)> = sqlx::query_as(
        "update orion.sessions
         set token_hash = $2, previous_hash = null, renew = false, renewed_at = $4,
             second_factor_at = case when $5 then $4 else second_factor_at end
         where (token_hash = $1 or previous_hash = $1) and kind = $3
         returning remembered, expires_at",
    )
    .bind(hash(&before))
    .bind(hash(&token))
    .bind(kind.code())
    .bind(ctx.now())
    .bind(passes)
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    if let Some((remembered, expires_at)) = kept {
        crate::set_cookie(ctx, cookie_name(kind), &token, remembered.then(|| expires_at - ctx.now()));
    }
    Ok(())
}

/// Has every browser of a person get a new token with its next request: their rights changed. In a transaction of a
/// [`PlatformCtx`](crate::PlatformCtx), with the change.
///
/// # Errors
///
/// The database refuses.
pub async fn renew_all(tx: &mut Tx, kind: PrincipalKind, principal: Uuid) -> Result<()> {
    sqlx::query("update orion.sessions set renew = true where kind = $1 and principal_id = $2")
        .bind(kind.code())
        .bind(principal)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The new token, for the one request that gets it.
pub(super) async fn renew(
    conn: &mut PgConnection,
    id: Uuid,
    before: &[u8],
    now: OffsetDateTime,
) -> Result<Option<String>, sqlx::Error> {
    let token = random_token();
    let renewed = sqlx::query(
        "update orion.sessions set token_hash = $3, previous_hash = $2, renew = false, renewed_at = $4
         where id = $1 and token_hash = $2 and renew",
    )
    .bind(id)
    .bind(before)
    .bind(hash(&token))
    .bind(now)
    .execute(conn)
    .await?;
    Ok((renewed.rows_affected() > 0).then_some(token))
}
