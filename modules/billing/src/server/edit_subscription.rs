//! A merchant's subscription: reading and changing it.

use orion_kernel::{AppError, Locale, MerchantId};
use orion_runtime::{PlatformCtx, Result};
use serde_json::json;
use time::OffsetDateTime;

use super::{
    cache,
    forms::trial_end,
    list_subscriptions::{Row, subscriptions},
    stored,
};
use crate::{
    model::{Period, State},
    views::SubscriptionEditor,
};

#[derive(sqlx::FromRow)]
struct Found {
    #[sqlx(flatten)]
    row: Row,
    tier: String,
    started_at: OffsetDateTime,
}

/// The subscription with the tiers it could have.
pub async fn edit_subscription(ctx: &PlatformCtx, merchant: MerchantId) -> Result<SubscriptionEditor> {
    let default = ctx.scope().platform.locales.first().copied().unwrap_or(Locale::En);
    let mut tx = ctx.begin().await?;
    let found: Found = sqlx::query_as(subscriptions!(", s.tier, s.started_at", "and s.merchant_id = $4"))
        .bind(ctx.platform_id().0)
        .bind(ctx.locale().code())
        .bind(default.code())
        .bind(merchant.0)
        .fetch_optional(tx.conn())
        .await?
        .ok_or_else(AppError::not_found)?;
    let tiers = stored::tiers(&mut tx, ctx.locale()).await?;
    Ok(SubscriptionEditor {
        subscription: found.row.view()?,
        tier: found.tier,
        tiers: tiers.into_iter().map(|tier| (tier.code, tier.name)).collect(),
        started_at: found.started_at,
    })
}

/// Changes tier, period and state. A trial needs the day it lasts until.
pub async fn save_subscription(
    ctx: &PlatformCtx,
    merchant: MerchantId,
    tier: &str,
    period: Period,
    state: State,
    trial_ends_on: &str,
) -> Result<()> {
    let trial_ends_at = match state {
        State::Trialing => Some(trial_end(trial_ends_on, ctx.now())?),
        State::Active | State::Cancelled => None,
    };
    let platform = ctx.platform_id();
    let mut tx = ctx.begin().await?;
    let known: bool =
        sqlx::query_scalar("select exists (select from billing.tiers where platform_id = $1 and code = $2)")
            .bind(platform.0)
            .bind(tier)
            .fetch_one(tx.conn())
            .await?;
    if !known {
        return Err(AppError::field("tier", "invalid_choice").into());
    }
    let changed = sqlx::query(
        "update billing.subscriptions
         set tier = $3, period = $4, state = $5, trial_ends_at = coalesce($6, trial_ends_at), changed_at = $7
         where merchant_id = $1 and platform_id = $2",
    )
    .bind(merchant.0)
    .bind(platform.0)
    .bind(tier)
    .bind(period.code())
    .bind(state.code())
    .bind(trial_ends_at)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    if changed.rows_affected() == 0 {
        return Err(AppError::not_found().into());
    }
    let after = json!({ "tier": tier, "period": period, "state": state });
    tx.audit("billing.subscription_changed", ("merchant", merchant), after).await?;
    cache::changed(&mut tx, platform.0).await?;
    tx.commit().await
}
