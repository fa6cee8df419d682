//! Writes the catalogue to a file, in the form the import reads.

use std::collections::HashMap;

use orion_contracts::{
    ProductId, VariantId,
    stock::{Availability, Stock},
};
use orion_runtime::{Ctx, Result, Tx};
use uuid::Uuid;

use super::{
    list_products::default_locale,
    product_file::{FileProduct, write_products},
    stored_products::{StoredProduct, stored_products},
};

/// Products read at a time.
const BATCH: usize = 500;

/// All products of the store, in the order they were added. Quantities are what can be sold now.
pub async fn export_products(ctx: &Ctx) -> Result<String> {
    let locale = default_locale(ctx)?;
    let mut tx = ctx.begin().await?;
    let ids: Vec<Uuid> = sqlx::query_scalar("select id from catalog.products where store_id = $1 order by id")
        .bind(ctx.store_id()?.0)
        .fetch_all(tx.conn())
        .await?;
    let stock = ctx.port::<dyn Stock>();
    let mut products: Vec<FileProduct> = Vec::with_capacity(ids.len());
    for batch in ids.chunks(BATCH) {
        let mut stored = stored_products(&mut tx, batch, locale).await?;
        let variants: Vec<VariantId> = stored.values().flat_map(|product| product.variants.iter().copied()).collect();
        let available = stock.availability(&mut tx, &variants).await?;
        note_quantities(&mut tx, &available).await?;
        let ordered = batch.iter().filter_map(|id| stored.remove(&ProductId(*id)));
        products.extend(ordered.map(|product| with_quantities(product, &available)));
    }
    tx.audit("products.exported", ("store", ctx.store_id()?), products.len()).await?;
    tx.commit().await?;
    Ok(write_products(&products))
}

/// A quantity that comes back as it went out says nothing about the shelf: what was sold meanwhile stays sold.
async fn note_quantities(tx: &mut Tx, available: &HashMap<VariantId, Availability>) -> Result<()> {
    let (ids, quantities): (Vec<Uuid>, Vec<i64>) = available
        .iter()
        .filter_map(|(id, available)| match available {
            Availability::Limited(left) => Some((id.0, *left)),
            Availability::Unlimited => None,
        })
        .unzip();
    let store = tx.ctx().store_id()?;
    sqlx::query(
        "update catalog.variants v set imported_quantity = r.quantity
         from (select * from unnest($2::uuid[], $3::bigint[]) as r(id, quantity) order by id) r
         where v.store_id = $1 and v.id = r.id and v.imported_quantity is distinct from r.quantity",
    )
    .bind(store.0)
    .bind(ids)
    .bind(quantities)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What is not counted keeps the quantity it came with.
fn with_quantities(stored: StoredProduct, available: &HashMap<VariantId, Availability>) -> FileProduct {
    let mut product = stored.product;
    for (variant, id) in product.variants.iter_mut().zip(&stored.variants) {
        if let Some(Availability::Limited(left)) = available.get(id) {
            variant.quantity = Some(*left);
        }
    }
    product
}
