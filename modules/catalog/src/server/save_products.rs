//! Writes products read from a file: a handful of statements for all of them together.

mod rows;

use std::collections::BTreeSet;

use orion_contracts::{CategoryId, ProductId, VariantId};
use orion_kernel::Locale;
use orion_runtime::{Result, Tx};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

pub use rows::{ProductRows, rows_of};

use super::{product_file::FileProduct, refresh_products::refresh_products};
use crate::model::slugify;

/// A product to write, with the ids its parts have or get.
pub struct Save<'p> {
    pub id: ProductId,
    pub product: &'p FileProduct,
    pub rows: ProductRows,
    /// What sort of thing it was before, when that was another.
    pub former_kind: Option<String>,
}

impl Save<'_> {
    /// The ids of its variants, in the file's order.
    pub fn variant_ids(&self) -> impl Iterator<Item = VariantId> {
        self.rows.variants.iter().map(|variant| variant.id)
    }
}

/// Writes products as a whole: what they had beyond is removed.
pub async fn save_products(tx: &mut Tx, saves: &[Save<'_>], locale: Locale) -> Result<()> {
    if saves.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = saves.iter().map(|save| save.id.0).collect();
    write_products(tx, saves, locale).await?;
    write_options(tx, saves, &ids).await?;
    write_media(tx, saves, &ids).await?;
    write_variants(tx, saves, &ids).await?;
    write_categories(tx, saves).await?;
    refresh_products(tx, &ids).await
}

async fn write_products(tx: &mut Tx, saves: &[Save<'_>], locale: Locale) -> Result<()> {
    let rows = json(saves.iter().map(|save| &save.rows.product));
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    sqlx::query(
        "insert into catalog.products (store_id, id, slug, status, vendor, type, tags, is_gift_card, extra, import_hash,
            created_at, updated_at, published_at)
        select $1, r.id, r.slug, r.status, r.vendor, r.kind, r.tags, r.is_gift_card, r.extra, decode(r.import_hash, 'hex'),
            $3, $3, case when r.status = 'published' then $3 end
        from jsonb_to_recordset($2) r(id uuid, slug text, status text, vendor text, kind text, tags text[], is_gift_card boolean,
            extra jsonb, import_hash text)
        on conflict (store_id, id) do update set slug = excluded.slug, status = excluded.status, vendor = excluded.vendor,
            type = excluded.type, tags = excluded.tags, is_gift_card = excluded.is_gift_card, extra = excluded.extra,
            import_hash = excluded.import_hash, updated_at = excluded.updated_at,
            published_at = coalesce(products.published_at, excluded.published_at)",
    )
    .bind(store.0)
    .bind(&rows)
    .bind(now)
    .execute(tx.conn())
    .await?;
    sqlx::query(
        "insert into catalog.product_texts (store_id, product_id, locale, title, description_html, seo_title, seo_description)
        select $1, r.id, $3, r.title, r.description_html, r.seo_title, r.seo_description
        from jsonb_to_recordset($2) r(id uuid, title text, description_html text, seo_title text, seo_description text)
        on conflict (store_id, product_id, locale) do update set title = excluded.title,
            description_html = excluded.description_html, seo_title = excluded.seo_title, seo_description = excluded.seo_description",
    )
    .bind(store.0)
    .bind(&rows)
    .bind(locale.code())
    .execute(tx.conn())
    .await?;
    Ok(())
}

async fn write_options(tx: &mut Tx, saves: &[Save<'_>], ids: &[Uuid]) -> Result<()> {
    let store = tx.ctx().store_id()?;
    sqlx::query("delete from catalog.options where store_id = $1 and product_id = any($2)")
        .bind(store.0)
        .bind(ids)
        .execute(tx.conn())
        .await?;
    sqlx::query(
        r#"insert into catalog.options (store_id, product_id, position, name, "values")
        select $1, r.product_id, r.position, r.name, r."values"
        from jsonb_to_recordset($2) r(product_id uuid, position smallint, name text, "values" text[])"#,
    )
    .bind(store.0)
    .bind(json(saves.iter().flat_map(|save| &save.rows.options)))
    .execute(tx.conn())
    .await?;
    Ok(())
}

async fn write_media(tx: &mut Tx, saves: &[Save<'_>], ids: &[Uuid]) -> Result<()> {
    let store = tx.ctx().store_id()?;
    let kept: Vec<Uuid> = saves.iter().flat_map(|save| &save.rows.media).map(|media| media.id.0).collect();
    sqlx::query("delete from catalog.media where store_id = $1 and product_id = any($2) and id <> all($3)")
        .bind(store.0)
        .bind(ids)
        .bind(&kept)
        .execute(tx.conn())
        .await?;
    sqlx::query(
        "insert into catalog.media (store_id, id, product_id, position, alt, source, state, file, width, height, error)
        select $1, r.id, r.product_id, r.position, r.alt, r.source, r.state, r.file, r.width, r.height, r.error
        from jsonb_to_recordset($2) r(id uuid, product_id uuid, position integer, alt text, source text, state text, file text,
            width integer, height integer, error text)
        on conflict (store_id, id) do update set position = excluded.position, alt = excluded.alt, state = excluded.state,
            file = excluded.file, width = excluded.width, height = excluded.height, error = excluded.error, claimed_until = null",
    )
    .bind(store.0)
    .bind(json(saves.iter().flat_map(|save| &save.rows.media)))
    .execute(tx.conn())
    .await?;
    Ok(())
}

async fn write_variants(tx: &mut Tx, saves: &[Save<'_>], ids: &[Uuid]) -> Result<()> {
    let store = tx.ctx().store_id()?;
    let kept: Vec<Uuid> = saves.iter().flat_map(Save::variant_ids).map(|id| id.0).collect();
    sqlx::query("delete from catalog.variants where store_id = $1 and product_id = any($2) and id <> all($3)")
        .bind(store.0)
        .bind(ids)
        .bind(&kept)
        .execute(tx.conn())
        .await?;
    sqlx::query(
        "insert into catalog.variants (store_id, id, product_id, position, options, sku, barcode, price_minor, compare_at_minor,
            cost_minor, currency, weight_grams, weight_unit, requires_shipping, is_taxable, tax_code, media_id, imported_quantity,
            extra)
        select $1, r.id, r.product_id, r.position, r.options, r.sku, r.barcode, r.price_minor, r.compare_at_minor, r.cost_minor,
            r.currency, r.weight_grams, r.weight_unit, r.requires_shipping, r.is_taxable, r.tax_code, r.media_id,
            r.imported_quantity, r.extra
        from jsonb_to_recordset($2) r(id uuid, product_id uuid, position integer, options text[], sku text, barcode text,
            price_minor bigint, compare_at_minor bigint, cost_minor bigint, currency text, weight_grams integer, weight_unit text,
            requires_shipping boolean, is_taxable boolean, tax_code text, media_id uuid, imported_quantity bigint, extra jsonb)
        on conflict (store_id, id) do update set position = excluded.position, options = excluded.options, sku = excluded.sku,
            barcode = excluded.barcode, price_minor = excluded.price_minor, compare_at_minor = excluded.compare_at_minor,
            cost_minor = excluded.cost_minor, currency = excluded.currency, weight_grams = excluded.weight_grams,
            weight_unit = excluded.weight_unit, requires_shipping = excluded.requires_shipping, is_taxable = excluded.is_taxable,
            tax_code = excluded.tax_code, media_id = excluded.media_id, extra = excluded.extra,
            imported_quantity = coalesce(excluded.imported_quantity, variants.imported_quantity)",
    )
    .bind(store.0)
    .bind(json(saves.iter().flat_map(|save| &save.rows.variants)))
    .execute(tx.conn())
    .await?;
    Ok(())
}

#[derive(Serialize)]
struct Membership {
    category_id: CategoryId,
    product_id: ProductId,
    name: String,
    slug: String,
    former: Option<String>,
}

/// What sort of thing a product is makes its category.
async fn write_categories(tx: &mut Tx, saves: &[Save<'_>]) -> Result<()> {
    let store = tx.ctx().store_id()?;
    let memberships: Vec<Membership> = saves
        .iter()
        .map(|save| Membership {
            category_id: tx.new_id(),
            product_id: save.id,
            name: save.product.kind.clone(),
            slug: slugify(&save.product.kind),
            former: save.former_kind.as_deref().map(slugify).filter(|slug| !slug.is_empty()),
        })
        .collect();
    let rows = json(memberships.iter());
    if memberships.iter().any(|membership| membership.former.is_some()) {
        sqlx::query(
            "delete from catalog.product_categories m
            using jsonb_to_recordset($2) r(product_id uuid, former text), catalog.categories c
            where m.store_id = $1 and c.store_id = $1 and m.product_id = r.product_id and c.slug = r.former and m.category_id = c.id",
        )
        .bind(store.0)
        .bind(&rows)
        .execute(tx.conn())
        .await?;
    }
    let slugs: BTreeSet<&str> =
        memberships.iter().map(|membership| membership.slug.as_str()).filter(|slug| !slug.is_empty()).collect();
    if slugs.is_empty() {
        return Ok(());
    }
    sqlx::query(
        "insert into catalog.categories (store_id, id, name, slug)
        select distinct on (r.slug) $1, r.category_id, r.name, r.slug
        from jsonb_to_recordset($2) r(category_id uuid, name text, slug text)
        where r.slug <> ''
        order by r.slug, r.category_id
        on conflict on constraint categories_slug do nothing",
    )
    .bind(store.0)
    .bind(&rows)
    .execute(tx.conn())
    .await?;
    sqlx::query(
        "insert into catalog.product_categories (store_id, category_id, product_id)
        select $1, c.id, r.product_id
        from jsonb_to_recordset($2) r(product_id uuid, slug text)
        join catalog.categories c on c.store_id = $1 and c.slug = r.slug
        on conflict do nothing",
    )
    .bind(store.0)
    .bind(&rows)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Rows as one parameter.
fn json<T: Serialize>(rows: impl Iterator<Item = T>) -> Value {
    // Structures of texts and numbers always have a JSON form.
    Value::Array(rows.map(|row| serde_json::to_value(row).unwrap_or_default()).collect())
}
