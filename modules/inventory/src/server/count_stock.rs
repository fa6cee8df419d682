//! How many variants are in each part of the list?

use std::collections::BTreeMap;

use orion_runtime::{Ctx, Result};

/// The counts of the list's scopes.
pub async fn count_stock(ctx: &Ctx) -> Result<BTreeMap<String, u64>> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let (all, low, out, uncounted): (i64, i64, i64, i64) = sqlx::query_as(
        "select count(*),
                count(*) filter (where is_counted and on_hand - reserved <= low_stock_threshold),
                count(*) filter (where is_counted and on_hand = reserved),
                count(*) filter (where not is_counted)
         from inventory.stock_levels where store_id = $1",
    )
    .bind(store.0)
    .fetch_one(tx.conn())
    .await?;
    Ok([("", all), ("low", low), ("out", out), ("uncounted", uncounted)]
        .into_iter()
        .map(|(scope, count)| (scope.to_owned(), u64::try_from(count).unwrap_or_default()))
        .collect())
}
