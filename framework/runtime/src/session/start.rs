//! Somebody gets a session.

use orion_kernel::{SessionId, StoreId};
use uuid::Uuid;

use super::{Limits, REMEMBERED, SignIn, UNREMEMBERED, cookie_name};
use crate::{
    Ctx, PrincipalKind, Result,
    ctx::{begin_unscoped, random_token},
    one_time_token::hash,
};

/// Signs somebody in: makes a session and sets its cookie. A session they had in this browser ends, so that a token
/// planted before is worth nothing.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn start(ctx: &Ctx, sign_in: SignIn) -> Result<SessionId> {
    let token = random_token();
    let id: SessionId = ctx.new_id();
    let remember = sign_in.remember && sign_in.kind != PrincipalKind::Operator && sign_in.impersonation.is_none();
    let limits = if remember { REMEMBERED } else { UNREMEMBERED };
    let limits = match &sign_in.impersonation {
        Some(impersonation) => Limits { absolute: impersonation.ttl, ..limits },
        None => limits,
    };
    let mut tx = begin_unscoped(ctx.app()).await?;
    if let Some(earlier) = ctx.cookie(cookie_name(sign_in.kind)) {
        sqlx::query("delete from orion.sessions where token_hash = $1").bind(hash(&earlier)).execute(&mut *tx).await?;
    }
    let (operator, operator_name, reason) = match sign_in.impersonation {
        Some(by) => (Some(by.operator_id), by.operator_name, by.reason),
        None => (None, String::new(), String::new()),
    };
    sqlx::query(
        "insert into orion.sessions (id, token_hash, kind, principal_id, platform_id, store_id, ip, user_agent, created_at,
             last_used_at, expires_at, idle_secs, remembered, second_factor_at, impersonator_id, impersonator_name,
             impersonation_reason)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12, $13, $14, $15, $16)",
    )
    .bind(id.0)
    .bind(hash(&token))
    .bind(sign_in.kind.code())
    .bind(sign_in.principal)
    .bind(ctx.platform_id().0)
    .bind(sign_in.store.map(|store| store.0))
    .bind(ctx.scope().ip.to_string())
    .bind(&ctx.scope().user_agent)
    .bind(ctx.now())
    .bind(ctx.now() + limits.absolute)
    .bind(i32::try_from(limits.idle.whole_seconds()).unwrap_or(i32::MAX))
    .bind(remember)
    .bind(sign_in.second_factor.then(|| ctx.now()))
    .bind(operator)
    .bind(operator_name)
    .bind(reason)
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    crate::set_cookie(ctx, cookie_name(sign_in.kind), &token, remember.then_some(limits.absolute));
    Ok(id)
}

/// Signs somebody in who has shown a password, and remembers them. The short form of [`start`].
///
/// # Errors
///
/// The database cannot be reached.
pub async fn sign_in(ctx: &Ctx, kind: PrincipalKind, principal: Uuid, store: Option<StoreId>) -> Result<SessionId> {
    start(ctx, SignIn { store, remember: true, ..SignIn::new(kind, principal) }).await
}
