//! The platform makes a tier.

use orion_kernel::{AppError, Locale};
use orion_runtime::{PlatformCtx, Result};

use super::{cache, forms::check_new};

/// Makes a tier with a name in the platform's first language: on request, last, and hidden until it is filled in.
pub async fn create_tier(ctx: &PlatformCtx, code: &str, name: &str) -> Result<()> {
    check_new(code, name)?;
    let platform = &ctx.scope().platform;
    let locale = platform.locales.first().copied().unwrap_or(Locale::En);
    let mut tx = ctx.begin().await?;
    let made = sqlx::query(
        "insert into billing.tiers (platform_id, code, currency, trial_days, position, is_visible)
         select $1, $2,
                coalesce((select currency from billing.tiers where platform_id = $1 order by position limit 1), 'EUR'), 0,
                coalesce((select max(position) from billing.tiers where platform_id = $1), 0) + 10, false
         on conflict (platform_id, code) do nothing",
    )
    .bind(platform.id.0)
    .bind(code)
    .execute(tx.conn())
    .await?;
    if made.rows_affected() == 0 {
        return Err(AppError::field("code", "tier_exists").into());
    }
    sqlx::query(
        "insert into billing.tier_texts (platform_id, code, locale, name, description) values ($1, $2, $3, $4, '')",
    )
    .bind(platform.id.0)
    .bind(code)
    .bind(locale.code())
    .bind(name.trim())
    .execute(tx.conn())
    .await?;
    tx.audit("billing.tier_created", ("tier", code), ()).await?;
    cache::changed(&mut tx, platform.id.0).await?;
    tx.commit().await
}
