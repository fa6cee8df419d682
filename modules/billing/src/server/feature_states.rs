//! What may a merchant use?

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use orion_contracts::features::Features;
use orion_kernel::{AppError, Work, boot::FeatureState};
use orion_runtime::{Result, Tx};

use super::{cache, stored};
use crate::model::State;

/// Answers from the merchant's subscription.
pub struct FeaturesPort;

#[async_trait]
impl Features for FeaturesPort {
    async fn states(&self, work: &mut dyn Work) -> Result<BTreeMap<String, FeatureState>, AppError> {
        let tx = Tx::of(work);
        let ctx = tx.ctx().clone();
        let merchant = ctx.merchant_id()?;
        let states = cache::offers(ctx.app()).features(merchant.0, ctx.locale(), load(tx)).await?;
        Ok(states.as_ref().clone())
    }
}

async fn load(tx: &mut Tx) -> Result<BTreeMap<String, FeatureState>> {
    let (merchant, platform, locale) = (tx.ctx().merchant_id()?, tx.ctx().platform_id(), tx.ctx().locale());
    let subscription: Option<(String, String)> =
        sqlx::query_as("select tier, state from billing.subscriptions where merchant_id = $1 and platform_id = $2")
            .bind(merchant.0)
            .bind(platform.0)
            .fetch_optional(tx.conn())
            .await?;
    // A merchant whom the platform asks nothing of has everything.
    let Some((tier, state)) = subscription else { return Ok(BTreeMap::new()) };
    let running = State::try_from(state)?.is_running();
    let tiers = stored::tiers(tx, locale).await?;
    Ok(states(&tiers, running.then_some(tier.as_str())))
}

/// The state of each feature that some tier decides on, for whoever has `tier`.
fn states(tiers: &[stored::Tier], tier: Option<&str>) -> BTreeMap<String, FeatureState> {
    let own = tiers.iter().find(|found| Some(found.code.as_str()) == tier);
    let codes: BTreeSet<&String> =
        tiers.iter().flat_map(|tier| tier.features.iter().chain(tier.limits.keys())).collect();
    let state = |code: &str| match stored::cheapest_with(tiers, code) {
        _ if own.is_some_and(|own| own.includes(code)) => FeatureState::Available,
        Some(tier) => FeatureState::Locked { tier: tier.name.clone() },
        None => FeatureState::Locked { tier: String::new() },
    };
    codes.into_iter().map(|code| (code.clone(), state(code))).collect()
}
