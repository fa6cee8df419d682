//! Opens or closes a storefront.

use orion_kernel::AppError;
use orion_runtime::{PlatformCtx, Result, invalidation};
use serde_json::json;
use uuid::Uuid;

use super::directory::STORES;
use crate::views::StoreStatus;

/// Opens or closes a store of the platform; its back office stays as it is. Nothing happens when it is so already.
///
/// # Errors
///
/// `NotFound`.
pub async fn set_store_status(ctx: &PlatformCtx, code: &str, status: StoreStatus) -> Result<()> {
    if !matches!(status, StoreStatus::Open | StoreStatus::Closed) {
        return Err(AppError::field("status", "invalid_choice").into());
    }
    let mut tx = ctx.begin().await?;
    let found: Option<(Uuid, String)> =
        sqlx::query_as("select id, status from tenancy.stores where platform_id = $1 and code = $2 for update")
            .bind(ctx.platform_id().0)
            .bind(code)
            .fetch_optional(tx.conn())
            .await?;
    let (id, before) = found.ok_or_else(AppError::not_found)?;
    if before == status.code() {
        return Ok(());
    }
    sqlx::query("update tenancy.stores set status = $2 where id = $1")
        .bind(id)
        .bind(status.code())
        .execute(tx.conn())
        .await?;
    let action = match status {
        StoreStatus::Open => "tenancy.store_opened",
        _ => "tenancy.store_closed",
    };
    tx.audit(action, ("store", code), json!({ "status": status })).await?;
    invalidation::publish(tx.conn(), STORES, &id.to_string()).await?;
    tx.commit().await?;
    ctx.app().directory().forget();
    Ok(())
}
