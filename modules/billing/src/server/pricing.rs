//! What does the platform sell?

use futures::future::BoxFuture;
use orion_contracts::billing::{PRICING, PricingView, TierView};
use orion_kernel::{AppError, Frontend};
use orion_runtime::{ContextProvider, Ctx, Result};

use super::{cache, stored};

/// Adds the visible tiers to every page of the platform.
pub fn provider() -> ContextProvider {
    ContextProvider::new("billing", PRICING, &[Frontend::Platform], provide)
}

fn provide(ctx: Ctx) -> BoxFuture<'static, Result<PricingView, AppError>> {
    Box::pin(async move { cache::offers(ctx.app()).pricing(ctx.platform_id().0, ctx.locale(), load(&ctx)).await })
}

async fn load(ctx: &Ctx) -> Result<PricingView> {
    let mut tx = ctx.begin().await?;
    let tiers = stored::tiers(&mut tx, ctx.locale()).await?;
    let tiers: Vec<TierView> = tiers.into_iter().filter(|tier| tier.is_visible).map(view).collect::<Result<_>>()?;
    let trial_days = tiers.iter().map(|tier| tier.trial_days).max().unwrap_or_default();
    Ok(PricingView { tiers, trial_days })
}

fn view(tier: stored::Tier) -> Result<TierView> {
    Ok(TierView {
        monthly: tier.monthly()?,
        annual: tier.annual()?,
        code: tier.code,
        name: tier.name,
        description: tier.description,
        trial_days: tier.trial_days,
        features: tier.features,
        limits: tier.limits.0.into_iter().collect(),
        is_highlighted: tier.is_highlighted,
    })
}
