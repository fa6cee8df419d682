//! Trials end.

use orion_kernel::MerchantId;
use orion_runtime::{PlatformCtx, Result};
use uuid::Uuid;

use super::cache;

/// Ends the platform's trials whose time is over: what their tiers include is locked from then on. Says how many.
pub async fn expire_trials(ctx: &PlatformCtx) -> Result<usize> {
    let platform = ctx.platform_id();
    let mut tx = ctx.begin().await?;
    let ended: Vec<(Uuid, String)> = sqlx::query_as(
        "update billing.subscriptions set state = 'cancelled', changed_at = $2
         where platform_id = $1 and state = 'trialing' and trial_ends_at <= $2
         returning merchant_id, tier",
    )
    .bind(platform.0)
    .bind(ctx.now())
    .fetch_all(tx.conn())
    .await?;
    for (merchant, tier) in &ended {
        tx.audit("billing.trial_expired", ("merchant", MerchantId(*merchant)), tier).await?;
    }
    if !ended.is_empty() {
        cache::changed(&mut tx, platform.0).await?;
    }
    tx.commit().await?;
    Ok(ended.len())
}
