//! Adds a product: a name and a price are enough to begin with.

use orion_contracts::{ProductId, VariantId};
use orion_runtime::{Ctx, Result, Tx};

use super::{add_to_stock::add_to_stock, list_products::default_locale, refresh_products::refresh_products};
use crate::{forms::NewProduct, model::slugify};

/// Adds a draft with one variant.
///
/// # Errors
///
/// `Invalid` when the name is missing or the price is none.
pub async fn create_product(ctx: &Ctx, product: &NewProduct) -> Result<ProductId> {
    let (store, locale) = (ctx.store()?, default_locale(ctx)?);
    let price = product.check(store.currency)?;
    let mut tx = ctx.begin().await?;
    let (id, variant): (ProductId, VariantId) = (ctx.new_id(), ctx.new_id());
    let slug = free_slug(&mut tx, &product.title).await?;
    sqlx::query(
        "insert into catalog.products (store_id, id, slug, status, vendor, created_at, updated_at)
        values ($1, $2, $3, 'draft', $4, $5, $5)",
    )
    .bind(store.id.0)
    .bind(id.0)
    .bind(&slug)
    .bind(product.vendor.trim())
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    sqlx::query("insert into catalog.product_texts (store_id, product_id, locale, title) values ($1, $2, $3, $4)")
        .bind(store.id.0)
        .bind(id.0)
        .bind(locale.code())
        .bind(product.title.trim())
        .execute(tx.conn())
        .await?;
    sqlx::query(
        "insert into catalog.variants (store_id, id, product_id, position, price_minor, currency) values ($1, $2, $3, 1, $4, $5)",
    )
    .bind(store.id.0)
    .bind(variant.0)
    .bind(id.0)
    .bind(price)
    .bind(store.currency.code())
    .execute(tx.conn())
    .await?;
    refresh_products(&mut tx, &[id.0]).await?;
    add_to_stock(&mut tx, &[variant], &[]).await?;
    tx.audit("products.created", ("product", id), &slug).await?;
    tx.commit().await?;
    Ok(id)
}

/// An address made of the name that no product has yet.
async fn free_slug(tx: &mut Tx, title: &str) -> Result<String> {
    let wanted = match slugify(title) {
        slug if slug.is_empty() => "product".to_owned(),
        slug => slug,
    };
    let store = tx.ctx().store_id()?;
    let taken: Vec<String> =
        sqlx::query_scalar("select slug from catalog.products where store_id = $1 and starts_with(slug, $2)")
            .bind(store.0)
            .bind(&wanted)
            .fetch_all(tx.conn())
            .await?;
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    let free = std::iter::once(wanted.clone()).chain(numbered).find(|slug| !taken.contains(slug));
    Ok(free.unwrap_or(wanted))
}
