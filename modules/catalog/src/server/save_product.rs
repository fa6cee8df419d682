//! Changes a product: its fields, its texts in one language, its categories and the variants in the grid.

use orion_contracts::{CategoryId, ProductId};
use orion_kernel::{AppError, Check, Locale};
use orion_runtime::{Ctx, Result, Tx, error::violates};
use serde_json::{Value, json};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{
    clean_html::clean_html, list_products::default_locale, open_product::version, refresh_products::refresh_products,
};
use crate::{
    forms::{ProductFields, VariantFields, VariantNumbers},
    model::slugify,
};

/// What the form sends.
pub struct ProductChange<'f> {
    /// When the product was last changed, as the form knew it.
    pub version: &'f str,
    /// The language of the texts.
    pub language: Locale,
    pub fields: &'f ProductFields,
    pub categories: &'f [CategoryId],
    pub variants: &'f [VariantFields],
}

/// Saves the form.
///
/// # Errors
///
/// `NotFound`; `Invalid`; `Conflict` with `product_changed` when somebody else was quicker.
pub async fn save_product(ctx: &Ctx, id: ProductId, change: &ProductChange<'_>) -> Result<()> {
    let (store, default) = (ctx.store()?, default_locale(ctx)?);
    let mut check = Check::new();
    change.fields.check(&mut check, change.language == default);
    check.when(!store.locales.contains(&change.language), "language", "invalid_choice");
    let rows = change.variants.iter().enumerate();
    let numbers: Vec<VariantNumbers> =
        rows.map(|(row, variant)| variant.check(&mut check, row, store.currency)).collect();
    check.finish()?;
    let mut tx = ctx.begin().await?;
    lock_product(&mut tx, id, change.version).await?;
    write_fields(&mut tx, id, change.fields).await?;
    write_texts(&mut tx, id, change).await?;
    write_categories(&mut tx, id, change.categories).await?;
    write_variants(&mut tx, id, change.variants, &numbers).await?;
    refresh_products(&mut tx, &[id.0]).await?;
    tx.audit("products.changed", ("product", id), &change.fields.slug).await?;
    tx.commit().await
}

/// Locks a product that nobody has changed since.
pub async fn lock_product(tx: &mut Tx, id: ProductId, seen: &str) -> Result<()> {
    let store = tx.ctx().store_id()?;
    let updated_at: OffsetDateTime =
        sqlx::query_scalar("select updated_at from catalog.products where store_id = $1 and id = $2 for update")
            .bind(store.0)
            .bind(id.0)
            .fetch_optional(tx.conn())
            .await?
            .ok_or_else(AppError::not_found)?;
    if version(updated_at) == seen { Ok(()) } else { Err(AppError::conflict("product_changed").into()) }
}

async fn write_fields(tx: &mut Tx, id: ProductId, fields: &ProductFields) -> Result<()> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let updated = sqlx::query(
        "update catalog.products set slug = $3, status = $4, vendor = $5, type = $6, tags = $7, updated_at = $8,
            published_at = case when $4 = 'published' then coalesce(published_at, $8) else published_at end
        where store_id = $1 and id = $2",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(slugify(&fields.slug))
    .bind(fields.status.code())
    .bind(fields.vendor.trim())
    .bind(fields.kind.trim())
    .bind(fields.tags())
    .bind(now)
    .execute(tx.conn())
    .await;
    match updated {
        Err(error) if violates(&error, "products_slug") => Err(AppError::field("slug", "slug_taken").into()),
        other => Ok(other.map(drop)?),
    }
}

/// In a further language, empty texts mean: as in the store's default language.
async fn write_texts(tx: &mut Tx, id: ProductId, change: &ProductChange<'_>) -> Result<()> {
    let (store, fields) = (tx.ctx().store_id()?, change.fields);
    let description = clean_html(fields.description_html.trim());
    let texts = [fields.title.trim(), &description, fields.seo_title.trim(), fields.seo_description.trim()];
    if texts.iter().all(|text| text.is_empty()) {
        sqlx::query("delete from catalog.product_texts where store_id = $1 and product_id = $2 and locale = $3")
            .bind(store.0)
            .bind(id.0)
            .bind(change.language.code())
            .execute(tx.conn())
            .await?;
        return Ok(());
    }
    sqlx::query(
        "insert into catalog.product_texts (store_id, product_id, locale, title, description_html, seo_title, seo_description)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (store_id, product_id, locale) do update set title = excluded.title,
            description_html = excluded.description_html, seo_title = excluded.seo_title, seo_description = excluded.seo_description",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(change.language.code())
    .bind(texts[0])
    .bind(texts[1])
    .bind(texts[2])
    .bind(texts[3])
    .execute(tx.conn())
    .await?;
    Ok(())
}

async fn write_categories(tx: &mut Tx, id: ProductId, categories: &[CategoryId]) -> Result<()> {
    let store = tx.ctx().store_id()?;
    let ids: Vec<Uuid> = categories.iter().map(|id| id.0).collect();
    sqlx::query(
        "delete from catalog.product_categories where store_id = $1 and product_id = $2 and category_id <> all($3)",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(&ids)
    .execute(tx.conn())
    .await?;
    sqlx::query(
        "insert into catalog.product_categories (store_id, category_id, product_id)
        select store_id, id, $2 from catalog.categories where store_id = $1 and id = any($3)
        on conflict do nothing",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(&ids)
    .execute(tx.conn())
    .await?;
    Ok(())
}

async fn write_variants(
    tx: &mut Tx,
    id: ProductId,
    variants: &[VariantFields],
    numbers: &[VariantNumbers],
) -> Result<()> {
    let store = tx.ctx().store_id()?;
    let removed: Vec<Uuid> = variants.iter().filter(|variant| variant.remove).map(|variant| variant.id.0).collect();
    if !removed.is_empty() {
        remove_variants(tx, id, &removed).await?;
    }
    let rows: Vec<Value> = variants
        .iter()
        .zip(numbers)
        .filter(|(variant, _)| !variant.remove)
        .map(|(variant, numbers)| {
            json!({
                "id": variant.id, "sku": variant.sku.trim(), "barcode": variant.barcode.trim(),
                "price_minor": numbers.price_minor, "compare_at_minor": numbers.compare_at_minor,
                "cost_minor": numbers.cost_minor, "weight_grams": numbers.weight_grams,
                "requires_shipping": variant.requires_shipping,
            })
        })
        .collect();
    if rows.is_empty() {
        return Ok(());
    }
    sqlx::query(
        "update catalog.variants v set sku = r.sku, barcode = r.barcode, price_minor = r.price_minor,
            compare_at_minor = r.compare_at_minor, cost_minor = r.cost_minor, weight_grams = r.weight_grams,
            requires_shipping = r.requires_shipping
        from jsonb_to_recordset($3) r(id uuid, sku text, barcode text, price_minor bigint, compare_at_minor bigint,
            cost_minor bigint, weight_grams integer, requires_shipping boolean)
        where v.store_id = $1 and v.product_id = $2 and v.id = r.id",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(Value::Array(rows))
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Removes variants, and the values of options that no variant has any more. One always stays.
async fn remove_variants(tx: &mut Tx, id: ProductId, removed: &[Uuid]) -> Result<()> {
    let store = tx.ctx().store_id()?;
    sqlx::query("delete from catalog.variants where store_id = $1 and product_id = $2 and id = any($3)")
        .bind(store.0)
        .bind(id.0)
        .bind(removed)
        .execute(tx.conn())
        .await?;
    let is_left: bool =
        sqlx::query_scalar("select exists (select from catalog.variants where store_id = $1 and product_id = $2)")
            .bind(store.0)
            .bind(id.0)
            .fetch_one(tx.conn())
            .await?;
    if !is_left {
        return Err(AppError::conflict("last_variant").into());
    }
    sqlx::query(
        r#"update catalog.options o set "values" = array(
            select value from unnest(o."values") with ordinality as kept(value, place)
            where exists (
                select from catalog.variants v
                where v.store_id = $1 and v.product_id = $2 and v.options[o.position] = kept.value
            ) order by place
        ) where o.store_id = $1 and o.product_id = $2"#,
    )
    .bind(store.0)
    .bind(id.0)
    .execute(tx.conn())
    .await?;
    Ok(())
}
