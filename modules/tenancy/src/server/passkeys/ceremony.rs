//! What is asked of an authenticator, kept until its answer comes: a row, its token in a cookie. Used once.

use orion_runtime::{Ctx, PlatformCtx, Result, one_time_token};
use serde::{Serialize, de::DeserializeOwned};
use sqlx::types::Json;
use time::Duration;
use uuid::Uuid;

use super::refused;

/// The cookie's short name.
const COOKIE: &str = "passkey";
/// People look for their key, or for their phone.
const VALID_FOR: Duration = Duration::minutes(5);

/// Keeps what was asked; of a user, or of anybody.
pub async fn keep(ctx: &Ctx, purpose: &str, user: Option<Uuid>, state: &impl Serialize) -> Result<()> {
    let (token, hash) = one_time_token::new(ctx);
    let state = serde_json::to_value(state).map_err(|_| orion_kernel::AppError::internal())?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    sqlx::query(
        "insert into tenancy.challenges (token_hash, purpose, user_id, data, expires_at) values ($1, $2, $3, $4, $5)",
    )
    .bind(hash)
    .bind(purpose)
    .bind(user)
    .bind(Json(state))
    .bind(ctx.now() + VALID_FOR)
    .execute(tx.conn())
    .await?;
    tx.commit().await?;
    orion_runtime::set_cookie(ctx, COOKIE, &token, Some(VALID_FOR));
    Ok(())
}

/// What was asked, for the one answer.
pub async fn take<T: DeserializeOwned>(ctx: &Ctx, purpose: &str, user: Option<Uuid>) -> Result<T> {
    let token = ctx.cookie(COOKIE).ok_or_else(refused)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let state: Option<Json<serde_json::Value>> = sqlx::query_scalar(
        "delete from tenancy.challenges
         where token_hash = $1 and purpose = $2 and user_id is not distinct from $3 and expires_at > $4
         returning data",
    )
    .bind(one_time_token::hash(&token))
    .bind(purpose)
    .bind(user)
    .bind(ctx.now())
    .fetch_optional(tx.conn())
    .await?;
    tx.commit().await?;
    orion_runtime::remove_cookie(ctx, COOKIE);
    let Json(state) = state.ok_or_else(refused)?;
    Ok(serde_json::from_value(state).map_err(|_| refused())?)
}
