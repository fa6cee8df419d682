//! Chooses where links lead, and where the store's other hosts redirect to.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, Result, invalidation};
use serde_json::json;

use crate::server::directory::STORES;

/// Makes a proved domain the primary one; the name below the platform's host when `host` is empty.
///
/// # Errors
///
/// `NotFound` for a domain that is not the store's, or not proved yet.
pub async fn make_primary(ctx: &Ctx, host: &str) -> Result<()> {
    let store = ctx.store_id()?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let domains: Vec<(String, bool)> = sqlx::query_as(
        "select host, is_primary from tenancy.store_domains where store_id = $1 order by host for update",
    )
    .bind(store.0)
    .fetch_all(tx.conn())
    .await?;
    if !host.is_empty() && !domains.iter().any(|(known, _)| known == host) {
        return Err(AppError::not_found().into());
    }
    let before = domains.iter().find(|(_, is_primary)| *is_primary).map(|(host, _)| host.clone()).unwrap_or_default();
    if before == host {
        return Ok(());
    }
    // One at a time: there is one primary at every moment.
    sqlx::query("update tenancy.store_domains set is_primary = false where store_id = $1 and is_primary")
        .bind(store.0)
        .execute(tx.conn())
        .await?;
    sqlx::query("update tenancy.store_domains set is_primary = true where store_id = $1 and host = $2")
        .bind(store.0)
        .bind(host)
        .execute(tx.conn())
        .await?;
    // Of those that are still to be proved, none pushes itself before it.
    sqlx::query("update tenancy.domain_claims set wants_primary = false where store_id = $1 and host <> $2")
        .bind(store.0)
        .bind(host)
        .execute(tx.conn())
        .await?;
    let told = |host: &str| json!({ "primary": host });
    tx.audit_change("tenancy.primary_domain_changed", ("store", store), told(&before), told(host)).await?;
    invalidation::publish(tx.conn(), STORES, &store.to_string()).await?;
    tx.commit().await?;
    ctx.app().directory().forget();
    Ok(())
}
