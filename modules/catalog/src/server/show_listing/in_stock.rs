//! Which products of a list can be bought right now.

use std::collections::{BTreeSet, HashMap};

use orion_contracts::{VariantId, stock::Stock};
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use crate::server::list_cards::Wanted;

/// The products of which a variant is to be had.
pub async fn in_stock(tx: &mut Tx, wanted: &Wanted) -> Result<BTreeSet<Uuid>> {
    let store = tx.ctx().store_id()?;
    let rows: Vec<(Uuid, Uuid)> = sqlx::query_as(
        "select v.id, v.product_id
        from catalog.match_products($1, $2, $3, '{}', null, null, '{}', '{}') m
        join catalog.variants v on v.store_id = $1 and v.product_id = m.product_id",
    )
    .bind(store.0)
    .bind(&wanted.categories)
    .bind(&wanted.products)
    .fetch_all(tx.conn())
    .await?;
    let products: HashMap<VariantId, Uuid> =
        rows.into_iter().map(|(variant, product)| (VariantId(variant), product)).collect();
    let ids: Vec<VariantId> = products.keys().copied().collect();
    let port = tx.ctx().port::<dyn Stock>();
    let available = port.availability(tx, &ids).await?;
    let can_be_bought = products.iter().filter(|(id, _)| available.get(id).is_none_or(|available| available.allows(1)));
    Ok(can_be_bought.map(|(_, product)| *product).collect())
}
