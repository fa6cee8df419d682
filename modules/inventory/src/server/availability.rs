//! How many can be bought?

use std::collections::HashMap;

use orion_contracts::{VariantId, catalog::Catalog, stock::Availability};
use orion_runtime::{Result, Tx};
use uuid::Uuid;

#[derive(sqlx::FromRow)]
struct Row {
    variant_id: Uuid,
    is_counted: bool,
    available: i64,
}

/// What can be bought of each. Expired holds, and those of `owner`, stand in nobody's way.
pub async fn availability(
    tx: &mut Tx,
    ids: &[VariantId],
    owner: Option<Uuid>,
) -> Result<HashMap<VariantId, Availability>> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let rows: Vec<Row> = sqlx::query_as(
        "select l.variant_id, l.is_counted, l.on_hand - l.reserved + coalesce((
             select sum(r.quantity) from inventory.reservations r
             where r.store_id = l.store_id and r.variant_id = l.variant_id and (r.expires_at <= $3 or r.owner = $4)
         ), 0)::bigint as available
         from inventory.stock_levels l where l.store_id = $1 and l.variant_id = any($2)",
    )
    .bind(store.0)
    .bind(ids.iter().map(|id| id.0).collect::<Vec<_>>())
    .bind(now)
    .bind(owner)
    .fetch_all(tx.conn())
    .await?;
    let mut answer: HashMap<_, _> =
        rows.into_iter().map(|row| (VariantId(row.variant_id), row.availability())).collect();
    let unknown: Vec<_> = ids.iter().copied().filter(|id| !answer.contains_key(id)).collect();
    if !unknown.is_empty() {
        let locale = tx.ctx().locale();
        let catalog = tx.ctx().port::<dyn Catalog>();
        // Never counted, if it exists.
        answer
            .extend(catalog.variants(tx, &unknown, locale).await?.into_keys().map(|id| (id, Availability::Unlimited)));
    }
    Ok(answer)
}

impl Row {
    fn availability(&self) -> Availability {
        if self.is_counted { Availability::Limited(self.available.max(0)) } else { Availability::Unlimited }
    }
}
