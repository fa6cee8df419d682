//! Which plan does the merchant have?

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};
use time::OffsetDateTime;

use super::{labels, stored};
use crate::{
    model::{Period, State},
    views::Plan,
};

#[derive(sqlx::FromRow)]
struct Row {
    tier: String,
    #[sqlx(try_from = "String")]
    state: State,
    #[sqlx(try_from = "String")]
    period: Period,
    trial_ends_at: Option<OffsetDateTime>,
}

/// The plan of the store's merchant; none where the platform asks nothing of them.
pub async fn plan(ctx: &Ctx) -> Result<Option<Plan>> {
    let merchant = ctx.merchant_id()?;
    let mut tx = ctx.begin().await?;
    let row: Option<Row> = sqlx::query_as(
        "select tier, state, period, trial_ends_at from billing.subscriptions where merchant_id = $1 and platform_id = $2",
    )
    .bind(merchant.0)
    .bind(ctx.platform_id().0)
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else { return Ok(None) };
    let tiers = stored::tiers(&mut tx, ctx.locale()).await?;
    let tier = tiers.iter().find(|tier| tier.code == row.tier).ok_or_else(AppError::internal)?;
    let features = labels::unlimited(ctx, |feature| tier.features.iter().any(|code| code == feature));
    let features = features.into_iter().filter_map(|feature| {
        if feature.is_included {
            return Some((feature.label, None));
        }
        let unlocked_by = stored::cheapest_with(&tiers, &feature.code)?.name.clone();
        Some((feature.label, Some(unlocked_by)))
    });
    Ok(Some(Plan {
        name: tier.name.clone(),
        description: tier.description.clone(),
        state: row.state,
        price: match row.period {
            Period::Monthly => tier.monthly()?,
            Period::Annual => tier.annual()?,
        },
        period: row.period,
        trial_ends_at: row.trial_ends_at,
        days_left: row.trial_ends_at.map_or(0, |end| days_left(end, ctx.now())),
        limits: labels::limits(ctx, |feature| tier.limits.get(feature).copied()),
        features: features.collect(),
    }))
}

/// How many days of a trial are left; the day it ends on counts.
fn days_left(ends_at: OffsetDateTime, now: OffsetDateTime) -> i64 {
    let left = (ends_at - now).whole_seconds();
    if left <= 0 { 0 } else { (left + 86_399) / 86_400 }
}

#[cfg(test)]
mod tests {
    use time::{Duration, macros::datetime};

    use super::days_left;

    #[test]
    fn a_begun_day_counts() {
        let now = datetime!(2026-03-01 12:00 UTC);
        for (hours, days) in [(-1, 0), (0, 0), (1, 1), (24, 1), (25, 2), (24 * 14, 14)] {
            assert_eq!(days_left(now + Duration::hours(hours), now), days, "{hours} hours");
        }
    }
}
