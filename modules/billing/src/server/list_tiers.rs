//! Which tiers does the platform have?

use std::collections::HashMap;

use orion_kernel::Paged;
use orion_runtime::{PlatformCtx, Result};
use orion_ui::IndexQuery;

use super::stored;
use crate::views::TierRow;

/// All of them, in the order of the pricing page.
pub async fn list_tiers(ctx: &PlatformCtx, query: &IndexQuery) -> Result<Paged<TierRow>> {
    let mut tx = ctx.begin().await?;
    let tiers = stored::tiers(&mut tx, ctx.locale()).await?;
    let merchants: Vec<(String, i64)> = sqlx::query_as(
        "select tier, count(*) from billing.subscriptions where platform_id = $1 and state <> 'cancelled' group by tier",
    )
    .bind(ctx.platform_id().0)
    .fetch_all(tx.conn())
    .await?;
    let merchants: HashMap<String, i64> = merchants.into_iter().collect();
    let row = |tier: stored::Tier| {
        Ok(TierRow {
            monthly: tier.monthly()?,
            annual: tier.annual()?,
            merchants: merchants.get(&tier.code).copied().unwrap_or_default(),
            code: tier.code,
            name: tier.name,
            is_highlighted: tier.is_highlighted,
            is_visible: tier.is_visible,
        })
    };
    let rows: Vec<TierRow> = tiers.into_iter().map(row).collect::<Result<_>>()?;
    let page = query.page();
    let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let first = usize::try_from(page.offset()).unwrap_or(usize::MAX);
    let size = usize::try_from(page.limit()).unwrap_or(usize::MAX);
    Ok(Paged { items: rows.into_iter().skip(first).take(size).collect(), total, page })
}
