//! The platform changes a tier.

use std::collections::{BTreeMap, BTreeSet};

use orion_kernel::{AppError, Currency};
use orion_runtime::{PlatformCtx, Result};
use serde_json::json;
use sqlx::types::Json;

use super::{cache, forms::TierForm, labels};

#[derive(sqlx::FromRow)]
struct Stored {
    currency: String,
    limits: Json<BTreeMap<String, Option<i64>>>,
    features: Vec<String>,
}

/// Writes prices, words, limits and features. What belongs to modules that are off stays as it is.
pub async fn save_tier(ctx: &PlatformCtx, code: &str, form: &TierForm) -> Result<()> {
    let platform = &ctx.scope().platform;
    let mut tx = ctx.begin().await?;
    let stored: Stored = sqlx::query_as(
        "select currency, limits, features from billing.tiers where platform_id = $1 and code = $2 for update",
    )
    .bind(platform.id.0)
    .bind(code)
    .fetch_optional(tx.conn())
    .await?
    .ok_or_else(AppError::not_found)?;
    let currency: Currency = stored.currency.parse().map_err(|_| AppError::internal())?;
    let input = form.read(&platform.locales, currency)?;
    let mut limits = stored.limits.0;
    for field in labels::limits(ctx, |_| Some(None)) {
        limits.insert(field.code.clone(), input.limits.get(&field.code).copied().flatten());
    }
    let mut features: BTreeSet<String> = stored.features.into_iter().collect();
    for field in labels::unlimited(ctx, |feature| form.features.get(feature).copied().unwrap_or_default()) {
        if field.is_included {
            features.insert(field.code);
        } else {
            features.remove(&field.code);
        }
    }
    let features: Vec<String> = features.into_iter().collect();
    sqlx::query(
        "update billing.tiers
         set monthly_minor = $3, annual_minor = $4, trial_days = $5, position = $6, limits = $7, features = $8,
             is_highlighted = $9, is_visible = $10
         where platform_id = $1 and code = $2",
    )
    .bind(platform.id.0)
    .bind(code)
    .bind(input.monthly.map(|price| price.minor))
    .bind(input.annual.map(|price| price.minor))
    .bind(form.trial_days)
    .bind(form.position)
    .bind(Json(&limits))
    .bind(&features)
    .bind(form.is_highlighted)
    .bind(form.is_visible)
    .execute(tx.conn())
    .await?;
    for (locale, text) in &input.texts {
        sqlx::query(
            "insert into billing.tier_texts (platform_id, code, locale, name, description) values ($1, $2, $3, $4, $5)
             on conflict (platform_id, code, locale)
             do update set name = excluded.name, description = excluded.description",
        )
        .bind(platform.id.0)
        .bind(code)
        .bind(locale.code())
        .bind(text.name.trim())
        .bind(text.description.trim())
        .execute(tx.conn())
        .await?;
    }
    let after = json!({ "monthly": input.monthly, "annual": input.annual, "limits": limits, "features": features });
    tx.audit("billing.tier_changed", ("tier", code), after).await?;
    cache::changed(&mut tx, platform.id.0).await?;
    tx.commit().await
}
