//! Asks for a store to be deleted after a waiting time, or takes that back.

use orion_kernel::AppError;
use orion_runtime::{PlatformCtx, Result};
use serde_json::json;
use time::Duration;

use super::suspend_store::{finish, lock};
use crate::{forms::check_reason, server::tenancy_settings::TenancySettings};

/// Closes a store at once and has it deleted when the waiting time is over. Whoever asks types the store's code. Nothing
/// happens when it was asked for already.
///
/// # Errors
///
/// `NotFound`; `code_differs` for the field `confirm`; `required` for the field `reason`.
pub async fn request_deletion(ctx: &PlatformCtx, code: &str, confirm: &str, reason: &str) -> Result<()> {
    if confirm.trim() != code {
        return Err(AppError::field("confirm", "code_differs").into());
    }
    check_reason(reason)?;
    let days = ctx.settings::<TenancySettings>().await?.deletion_days;
    let mut tx = ctx.begin().await?;
    let store = lock(&mut tx, code).await?;
    if store.is_closing {
        return Ok(());
    }
    let due = ctx.now() + Duration::days(days);
    sqlx::query("update tenancy.stores set delete_after = $2, deletion_requested_by = $3 where id = $1")
        .bind(store.id)
        .bind(due)
        .bind(ctx.principal().map(|principal| principal.name.clone()).unwrap_or_default())
        .execute(tx.conn())
        .await?;
    let told = json!({ "reason": reason.trim(), "days": days });
    tx.audit("tenancy.deletion_requested", ("store", code), told).await?;
    finish(tx, store.id).await
}

/// The store is again as it was before. Nothing happens when no deletion was asked for.
///
/// # Errors
///
/// `NotFound`; `Conflict` `deletion_has_begun`.
pub async fn cancel_deletion(ctx: &PlatformCtx, code: &str) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let store = lock(&mut tx, code).await?;
    if store.is_erasing {
        return Err(AppError::conflict("deletion_has_begun").into());
    }
    if !store.is_closing {
        return Ok(());
    }
    sqlx::query("update tenancy.stores set delete_after = null, deletion_requested_by = '' where id = $1")
        .bind(store.id)
        .execute(tx.conn())
        .await?;
    tx.audit("tenancy.deletion_cancelled", ("store", code), json!({})).await?;
    finish(tx, store.id).await
}
