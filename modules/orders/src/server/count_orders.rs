//! How many orders are in each part of the list?

use std::collections::BTreeMap;

use orion_runtime::{Ctx, Result};

/// The counts by the scopes' codes.
pub async fn count_orders(ctx: &Ctx) -> Result<BTreeMap<String, u64>> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let (all, unfulfilled, unpaid, cancelled): (i64, i64, i64, i64) = sqlx::query_as(
        "select count(*), count(*) filter (where status = 'open' and fulfilment <> 'fulfilled'),
                count(*) filter (where status <> 'cancelled' and payment = 'pending'),
                count(*) filter (where status = 'cancelled')
         from orders.orders where store_id = $1",
    )
    .bind(store.0)
    .fetch_one(tx.conn())
    .await?;
    let counts = [("", all), ("unfulfilled", unfulfilled), ("unpaid", unpaid), ("cancelled", cancelled)];
    Ok(counts.into_iter().map(|(scope, count)| (scope.to_owned(), count.unsigned_abs())).collect())
}
