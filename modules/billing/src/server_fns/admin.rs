//! What the admin asks and does.

use std::collections::BTreeMap;

use leptos::prelude::*;
use orion_kernel::{AppError, MerchantId, Paged};
use orion_ui::IndexQuery;

use crate::{
    model::{Period, State},
    views::{SubscriptionEditor, SubscriptionRow, TierEditor, TierRow, TierText},
};

/// The tiers.
#[server(prefix = "/api/v1/admin/billing", endpoint = "list_tiers")]
pub async fn list_tiers(query: IndexQuery) -> Result<Paged<TierRow>, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::VIEW_TIERS).await?;
    Ok(crate::server::list_tiers(&ctx, &query).await?)
}

/// A tier in full.
#[server(prefix = "/api/v1/admin/billing", endpoint = "edit_tier")]
pub async fn edit_tier(code: String) -> Result<TierEditor, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::VIEW_TIERS).await?;
    Ok(crate::server::edit_tier(&ctx, &code).await?)
}

/// Begins a tier, hidden, and opens it.
#[server(prefix = "/api/v1/admin/billing", endpoint = "create_tier")]
pub async fn create_tier(code: String, name: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::MANAGE_TIERS).await?;
    crate::server::create_tier(&ctx, &code, &name).await?;
    orion_runtime::redirect(&crate::paths::tier(&code));
    Ok(())
}

/// Changes a tier.
#[server(prefix = "/api/v1/admin/billing", endpoint = "save_tier")]
pub async fn save_tier(
    code: String,
    texts: BTreeMap<String, TierText>,
    monthly: String,
    annual: String,
    trial_days: i32,
    position: i32,
    #[server(default)] limits: BTreeMap<String, String>,
    #[server(default)] features: BTreeMap<String, bool>,
    #[server(default)] is_highlighted: bool,
    #[server(default)] is_visible: bool,
) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::MANAGE_TIERS).await?;
    let form = crate::server::TierForm {
        texts,
        monthly,
        annual,
        trial_days,
        position,
        limits,
        features,
        is_highlighted,
        is_visible,
    };
    Ok(crate::server::save_tier(&ctx, &code, &form).await?)
}

/// The subscriptions.
#[server(prefix = "/api/v1/admin/billing", endpoint = "list_subscriptions")]
pub async fn list_subscriptions(query: IndexQuery) -> Result<Paged<SubscriptionRow>, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::VIEW_SUBSCRIPTIONS).await?;
    Ok(crate::server::list_subscriptions(&ctx, &query).await?)
}

/// How many subscriptions are in each scope.
#[server(prefix = "/api/v1/admin/billing", endpoint = "count_subscriptions")]
pub async fn count_subscriptions() -> Result<BTreeMap<String, u64>, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::VIEW_SUBSCRIPTIONS).await?;
    Ok(crate::server::count_subscriptions(&ctx).await?)
}

/// A merchant's subscription.
#[server(prefix = "/api/v1/admin/billing", endpoint = "edit_subscription")]
pub async fn edit_subscription(merchant: MerchantId) -> Result<SubscriptionEditor, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::VIEW_SUBSCRIPTIONS).await?;
    Ok(crate::server::edit_subscription(&ctx, merchant).await?)
}

/// Changes a merchant's subscription.
#[server(prefix = "/api/v1/admin/billing", endpoint = "save_subscription")]
pub async fn save_subscription(
    merchant: MerchantId,
    tier: String,
    period: Period,
    state: State,
    #[server(default)] trial_ends_on: String,
) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::MANAGE_SUBSCRIPTIONS).await?;
    Ok(crate::server::save_subscription(&ctx, merchant, &tier, period, state, &trial_ends_on).await?)
}
