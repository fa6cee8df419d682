//! What is in a tier?

use orion_kernel::{AppError, Locale};
use orion_runtime::{PlatformCtx, Result};

use super::{labels, stored};
use crate::views::{TierEditor, TierText};

#[derive(sqlx::FromRow)]
struct Text {
    locale: String,
    name: String,
    description: String,
}

/// A tier with everything it could include.
pub async fn edit_tier(ctx: &PlatformCtx, code: &str) -> Result<TierEditor> {
    let mut tx = ctx.begin().await?;
    let tiers = stored::tiers(&mut tx, ctx.locale()).await?;
    let tier = tiers.into_iter().find(|tier| tier.code == code).ok_or_else(AppError::not_found)?;
    let texts: Vec<Text> =
        sqlx::query_as("select locale, name, description from billing.tier_texts where platform_id = $1 and code = $2")
            .bind(ctx.platform_id().0)
            .bind(code)
            .fetch_all(tx.conn())
            .await?;
    let text_in = |locale: Locale| {
        let text = texts.iter().find(|text| text.locale == locale.code());
        let text = text.map(|text| TierText { name: text.name.clone(), description: text.description.clone() });
        (locale, text.unwrap_or_default())
    };
    Ok(TierEditor {
        texts: ctx.scope().platform.locales.iter().map(|locale| text_in(*locale)).collect(),
        currency: tier.currency()?,
        monthly: tier.monthly()?,
        annual: tier.annual()?,
        limits: labels::limits(ctx, |feature| Some(tier.limits.get(feature).copied().flatten())),
        features: labels::unlimited(ctx, |feature| tier.features.iter().any(|code| code == feature)),
        code: tier.code,
        name: tier.name,
        trial_days: tier.trial_days,
        position: tier.position,
        is_highlighted: tier.is_highlighted,
        is_visible: tier.is_visible,
    })
}
