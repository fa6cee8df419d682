//! Which of the store's pictures are still to come, and which could not be had.

use orion_contracts::ProductId;
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use super::list_products::default_locale;
use crate::views::{MissingPicture, MissingPictures};

/// Pictures that are named.
const SHOWN: i64 = 50;

#[derive(sqlx::FromRow)]
struct Row {
    product_id: Uuid,
    title: String,
    source: String,
    error: String,
    total: i64,
}

/// The pictures that products of the store have to do without.
pub async fn missing_pictures(tx: &mut Tx) -> Result<MissingPictures> {
    let ctx = tx.ctx().clone();
    let store = ctx.store_id()?;
    let pending: i64 =
        sqlx::query_scalar("select count(*) from catalog.media where store_id = $1 and state = 'pending'")
            .bind(store.0)
            .fetch_one(tx.conn())
            .await?;
    let rows: Vec<Row> = sqlx::query_as(
        "select m.product_id, coalesce(nullif(t.title, ''), p.slug) as title, m.source, m.error, count(*) over () as total
        from catalog.media m
        join catalog.products p on p.store_id = $1 and p.id = m.product_id
        left join catalog.product_texts t on t.store_id = $1 and t.product_id = p.id and t.locale = $2
        where m.store_id = $1 and m.state = 'unreachable'
        order by lower(coalesce(nullif(t.title, ''), p.slug)), m.product_id, m.position limit $3",
    )
    .bind(store.0)
    .bind(default_locale(&ctx)?.code())
    .bind(SHOWN)
    .fetch_all(tx.conn())
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let shown = rows.into_iter().map(|row| MissingPicture {
        product_id: ProductId(row.product_id),
        title: row.title,
        source: row.source,
        reason: row.error,
    });
    Ok(MissingPictures { pending, total, shown: shown.collect() })
}
