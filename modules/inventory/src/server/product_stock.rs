//! How do a product's variants stand?

use orion_contracts::ProductId;
use orion_runtime::{Ctx, Result};

use super::stored::Stored;
use crate::views::StockRow;

/// The product's variants that were ever set here.
pub async fn product_stock(ctx: &Ctx, product: ProductId) -> Result<Vec<StockRow>> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let rows: Vec<Stored> = sqlx::query_as(
        "select * from inventory.stock_levels where store_id = $1 and product_id = $2 order by variant_id",
    )
    .bind(store.0)
    .bind(product.0)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(StockRow::from).collect())
}
