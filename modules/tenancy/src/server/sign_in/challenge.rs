//! Between password and second factor: a short-lived row, its token in a cookie. It opens nothing but the second step.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, Tx, one_time_token};
use serde::{Deserialize, Serialize};
use sqlx::types::Json;
use time::Duration;
use uuid::Uuid;

use crate::model::Wishes;

/// The cookie's short name.
const COOKIE: &str = "challenge";
/// How long there is for the second step.
const VALID_FOR: Duration = Duration::minutes(10);

/// Whose second step is under way, and what they wished for.
pub struct Challenge {
    pub(super) user: Uuid,
    pub(super) wishes: Wishes,
    hash: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct Data {
    kind: String,
    platform: Uuid,
    wishes: Wishes,
}

/// Notes that the password was right.
pub async fn start(ctx: &Ctx, kind: PrincipalKind, user: Uuid, wishes: &Wishes) -> Result<()> {
    let (token, hash) = one_time_token::new(ctx);
    let data = Data { kind: kind.code().to_owned(), platform: ctx.platform_id().0, wishes: wishes.clone() };
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    sqlx::query(
        "insert into tenancy.challenges (token_hash, purpose, user_id, data, expires_at)
         values ($1, 'second_factor', $2, $3, $4)",
    )
    .bind(hash)
    .bind(user)
    .bind(Json(&data))
    .bind(ctx.now() + VALID_FOR)
    .execute(tx.conn())
    .await?;
    tx.commit().await?;
    orion_runtime::set_cookie(ctx, COOKIE, &token, Some(VALID_FOR));
    Ok(())
}

/// The step that this browser is at, at this door.
pub async fn current(ctx: &Ctx) -> Result<Option<Challenge>> {
    let Some(token) = ctx.cookie(COOKIE) else { return Ok(None) };
    let hash = one_time_token::hash(&token);
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let found: Option<(Uuid, Json<Data>)> = sqlx::query_as(
        "select user_id, data from tenancy.challenges
         where token_hash = $1 and purpose = 'second_factor' and user_id is not null and expires_at > $2",
    )
    .bind(&hash)
    .bind(ctx.now())
    .fetch_optional(tx.conn())
    .await?;
    tx.commit().await?;
    let kind = PrincipalKind::of(ctx.scope().frontend).code();
    Ok(found
        .filter(|(_, data)| data.kind == kind && data.platform == ctx.platform_id().0)
        .map(|(user, Json(data))| Challenge { user, wishes: data.wishes, hash }))
}

/// Uses the challenge up: of two who answer it at once, one is late.
pub async fn take(tx: &mut Tx, challenge: &Challenge) -> Result<()> {
    let taken = sqlx::query("delete from tenancy.challenges where token_hash = $1")
        .bind(&challenge.hash)
        .execute(tx.conn())
        .await?;
    if taken.rows_affected() == 0 { Err(expired().into()) } else { Ok(()) }
}

/// The browser forgets it.
pub fn forget(ctx: &Ctx) {
    orion_runtime::remove_cookie(ctx, COOKIE);
}

pub fn expired() -> AppError {
    AppError::invalid("challenge_expired")
}
