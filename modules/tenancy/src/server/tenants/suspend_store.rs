//! Suspends a store, and lifts that again.

use orion_kernel::AppError;
use orion_runtime::{PlatformCtx, Result, Tx, invalidation};
use serde_json::json;
use uuid::Uuid;

use crate::{forms::check_reason, server::directory::STORES};

/// What stands in the row of a store whose state changes.
#[derive(sqlx::FromRow)]
pub(super) struct State {
    pub(super) id: Uuid,
    pub(super) is_suspended: bool,
    pub(super) is_closing: bool,
    pub(super) is_erasing: bool,
}

/// Shoppers find it closed, and its team can look but change nothing. Nothing happens when it is so already.
///
/// # Errors
///
/// `NotFound`; `required` for the field `reason`.
pub async fn suspend_store(ctx: &PlatformCtx, code: &str, reason: &str) -> Result<()> {
    check_reason(reason)?;
    let mut tx = ctx.begin().await?;
    let store = lock(&mut tx, code).await?;
    if store.is_suspended {
        return Ok(());
    }
    sqlx::query("update tenancy.stores set suspended_at = $2, suspension_reason = $3 where id = $1")
        .bind(store.id)
        .bind(ctx.now())
        .bind(reason.trim())
        .execute(tx.conn())
        .await?;
    tx.audit("tenancy.store_suspended", ("store", code), json!({ "reason": reason.trim() })).await?;
    finish(tx, store.id).await
}

/// It is again as it was before: open, or closed by its merchant. Nothing happens when it is not suspended.
///
/// # Errors
///
/// `NotFound`.
pub async fn reactivate_store(ctx: &PlatformCtx, code: &str) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let store = lock(&mut tx, code).await?;
    if !store.is_suspended {
        return Ok(());
    }
    sqlx::query("update tenancy.stores set suspended_at = null, suspension_reason = '' where id = $1")
        .bind(store.id)
        .execute(tx.conn())
        .await?;
    tx.audit("tenancy.store_reactivated", ("store", code), json!({})).await?;
    finish(tx, store.id).await
}

/// A store of the platform; others who change its state wait.
pub(super) async fn lock(tx: &mut Tx, code: &str) -> Result<State> {
    let platform = tx.ctx().platform_id();
    let found: Option<State> = sqlx::query_as(
        "select id, suspended_at is not null as is_suspended, delete_after is not null as is_closing,
                erasing_since is not null as is_erasing
         from tenancy.stores where platform_id = $1 and code = $2 for update",
    )
    .bind(platform.0)
    .bind(code)
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.ok_or_else(AppError::not_found)?)
}

/// Every process hears of it, this one at once.
pub(super) async fn finish(mut tx: Tx, store: Uuid) -> Result<()> {
    let app = tx.ctx().app().clone();
    invalidation::publish(tx.conn(), STORES, &store.to_string()).await?;
    tx.commit().await?;
    app.directory().forget();
    Ok(())
}
