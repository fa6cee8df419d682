//! Keeps somebody out of the platform, and lets them in again.

use orion_kernel::{Check, UserId};
use orion_runtime::{PlatformCtx, Result, session};
use serde_json::json;

use super::changeable::changeable;
use crate::{
    permissions::USERS_MANAGE,
    server::{operators::insist_on_administrator, roles::Realm},
};

/// Keeps somebody out, from their next request on, whatever they are on this platform.
///
/// # Errors
///
/// `NotFound`; `not_yourself`, `beyond_your_role`, `last_administrator`; a fault of the field `reason`.
pub async fn lock_user(ctx: &PlatformCtx, user: UserId, reason: &str) -> Result<()> {
    let mut check = Check::new();
    check.text("reason", reason, 1..=200);
    check.finish()?;
    let realm = Realm::of(ctx)?;
    let mut tx = ctx.begin().await?;
    let held = realm.lock(&mut tx, USERS_MANAGE).await?;
    let name = changeable(&mut tx, realm, &held, user).await?;
    let by = ctx.principal().map(|who| who.name.clone()).unwrap_or_default();
    sqlx::query(
        "insert into tenancy.user_locks (platform_id, user_id, reason, locked_at, locked_by, locked_by_name)
         values ($1, $2, $3, $4, $5, $6) on conflict (platform_id, user_id) do nothing",
    )
    .bind(realm.id())
    .bind(user.0)
    .bind(reason.trim())
    .bind(ctx.now())
    .bind(held.id)
    .bind(by)
    .execute(tx.conn())
    .await?;
    insist_on_administrator(&mut tx, realm.id()).await?;
    session::end_on_platform(&mut tx, user.0, None).await?;
    tx.audit("tenancy.user_locked", ("user", user), json!({ "name": name, "reason": reason.trim() })).await?;
    tx.commit().await
}

/// Lets somebody in again.
///
/// # Errors
///
/// `NotFound`; `beyond_your_role`.
pub async fn unlock_user(ctx: &PlatformCtx, user: UserId) -> Result<()> {
    let realm = Realm::of(ctx)?;
    let mut tx = ctx.begin().await?;
    let held = realm.lock(&mut tx, USERS_MANAGE).await?;
    let name = changeable(&mut tx, realm, &held, user).await?;
    sqlx::query("delete from tenancy.user_locks where platform_id = $1 and user_id = $2")
        .bind(realm.id())
        .bind(user.0)
        .execute(tx.conn())
        .await?;
    tx.audit("tenancy.user_unlocked", ("user", user), json!({ "name": name })).await?;
    tx.commit().await
}
