//! Gives a domain up.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, Result, invalidation};
use serde_json::json;

use crate::server::directory::STORES;

/// The domain answers no more; without a primary one, links lead to the name below the platform's host.
///
/// # Errors
///
/// `NotFound` for what the store has not claimed.
pub async fn remove_domain(ctx: &Ctx, host: &str) -> Result<()> {
    let store = ctx.store_id()?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let claimed = sqlx::query("delete from tenancy.domain_claims where store_id = $1 and host = $2")
        .bind(store.0)
        .bind(host)
        .execute(tx.conn())
        .await?;
    let used = sqlx::query("delete from tenancy.store_domains where store_id = $1 and host = $2")
        .bind(store.0)
        .bind(host)
        .execute(tx.conn())
        .await?;
    if claimed.rows_affected() + used.rows_affected() == 0 {
        return Err(AppError::not_found().into());
    }
    let before = json!({ "host": host, "in_use": used.rows_affected() > 0 });
    tx.audit_change("tenancy.domain_removed", ("domain", host), before, json!(null)).await?;
    invalidation::publish(tx.conn(), STORES, &store.to_string()).await?;
    tx.commit().await?;
    ctx.app().directory().forget();
    Ok(())
}
