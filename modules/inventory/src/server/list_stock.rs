//! What is on the shelves?

use orion_contracts::catalog::Catalog;
use orion_kernel::Paged;
use orion_runtime::{Ctx, Result};
use orion_ui::IndexQuery;

use super::stored::Stored;
use crate::views::StockRow;

macro_rules! from_levels {
    ($select:literal, $rest:literal) => {
        concat!(
            $select,
            " from inventory.stock_levels l
             where l.store_id = $1
               and case $2
                   when 'low' then l.is_counted and l.on_hand - l.reserved <= l.low_stock_threshold
                   when 'out' then l.is_counted and l.on_hand = l.reserved
                   when 'uncounted' then not l.is_counted
                   else true
               end
               and ($3 = '' or l.title ilike $4 or l.variant_title ilike $4 or l.sku ilike $4) ",
            $rest
        )
    };
}

/// A page of variants by name, unless asked otherwise; in the reader's language.
pub async fn list_stock(ctx: &Ctx, query: &IndexQuery) -> Result<Paged<StockRow>> {
    let store = ctx.store_id()?;
    let page = query.page();
    let search = query.search.trim();
    let contains = format!("%{}%", search.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    let mut tx = ctx.begin().await?;
    let total = sqlx::query_scalar(from_levels!("select count(*)", ""))
        .bind(store.0)
        .bind(&query.scope)
        .bind(search)
        .bind(&contains)
        .fetch_one(tx.conn())
        .await?;
    let rows: Vec<Stored> = sqlx::query_as(from_levels!(
        "select l.*",
        "order by
             case when $5 = '-title' then lower(l.title) end desc,
             case when $5 = 'sku' then lower(l.sku) end,
             case when $5 = '-sku' then lower(l.sku) end desc,
             case when $5 = 'on_hand' then l.on_hand end,
             case when $5 = '-on_hand' then l.on_hand end desc,
             case when $5 = 'available' and l.is_counted then l.on_hand - l.reserved end,
             case when $5 = '-available' and l.is_counted then l.on_hand - l.reserved end desc nulls last,
             lower(l.title), l.variant_title, l.variant_id
         limit $6 offset $7"
    ))
    .bind(store.0)
    .bind(&query.scope)
    .bind(search)
    .bind(&contains)
    .bind(&query.sort)
    .bind(page.limit())
    .bind(page.offset())
    .fetch_all(tx.conn())
    .await?;
    let mut items: Vec<StockRow> = rows.into_iter().map(StockRow::from).collect();
    let ids: Vec<_> = items.iter().map(|row| row.variant_id).collect();
    let names = ctx.port::<dyn Catalog>().variants(&mut tx, &ids, ctx.locale()).await?;
    for row in &mut items {
        if let Some(variant) = names.get(&row.variant_id) {
            row.title.clone_from(&variant.product_title);
            row.variant_title.clone_from(&variant.variant_title);
            row.sku.clone_from(&variant.sku);
        }
    }
    Ok(Paged { items, total, page })
}
