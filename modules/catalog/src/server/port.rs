//! What carts, checkouts and orders ask of the catalogue.

use std::collections::HashMap;

use async_trait::async_trait;
use orion_contracts::{
    ProductId, VariantId,
    catalog::{Catalog, VariantView},
};
use orion_kernel::{AppError, Locale, Money, Work};
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use super::picture::file_url;
use crate::model::variant_title;

/// The catalogue of the transaction's store.
pub struct StoreCatalog;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    product_id: Uuid,
    slug: String,
    title: String,
    options: Vec<String>,
    sku: String,
    price_minor: i64,
    currency: String,
    file: Option<String>,
    weight_grams: i32,
    requires_shipping: bool,
    is_published: bool,
}

#[async_trait]
impl Catalog for StoreCatalog {
    async fn variants(
        &self,
        work: &mut dyn Work,
        ids: &[VariantId],
        locale: Locale,
    ) -> Result<HashMap<VariantId, VariantView>, AppError> {
        Ok(variants(Tx::of(work), ids, locale).await?)
    }
}

async fn variants(tx: &mut Tx, ids: &[VariantId], locale: Locale) -> Result<HashMap<VariantId, VariantView>> {
    let store = tx.ctx().store_id()?;
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let default = tx.ctx().store()?.locales.first().copied().unwrap_or(locale);
    let rows: Vec<Row> = sqlx::query_as(
        "select v.id, v.product_id, p.slug, coalesce(nullif(t.title, ''), nullif(d.title, ''), p.slug) as title, v.options,
            v.sku, v.price_minor, v.currency, coalesce(own.file, first.file) as file, v.weight_grams, v.requires_shipping,
            p.status = 'published' as is_published
        from catalog.variants v
        join catalog.products p on p.store_id = v.store_id and p.id = v.product_id
        left join catalog.product_texts t on t.store_id = p.store_id and t.product_id = p.id and t.locale = $3
        left join catalog.product_texts d on d.store_id = p.store_id and d.product_id = p.id and d.locale = $4
        left join catalog.media own on own.store_id = v.store_id and own.id = v.media_id
        left join lateral (
            select file from catalog.media m
            where m.store_id = p.store_id and m.product_id = p.id and m.file is not null order by m.position limit 1
        ) first on true
        where v.store_id = $1 and v.id = any($2)",
    )
    .bind(store.0)
    .bind(&ids)
    .bind(locale.code())
    .bind(default.code())
    .fetch_all(tx.conn())
    .await?;
    let views = rows.into_iter().map(|row| {
        let currency = row.currency.parse().map_err(|_| AppError::internal())?;
        let view = VariantView {
            id: VariantId(row.id),
            product_id: ProductId(row.product_id),
            product_slug: row.slug,
            product_title: row.title,
            variant_title: variant_title(&row.options),
            sku: row.sku,
            price: Money::new(row.price_minor, currency),
            image_url: row.file.and_then(|file| file_url(store, &file)),
            weight_grams: row.weight_grams,
            requires_shipping: row.requires_shipping,
            is_published: row.is_published,
        };
        Ok((view.id, view))
    });
    views.collect()
}
