//! Products as they are stored, in the form that files have.

use std::collections::{BTreeMap, HashMap};

use orion_contracts::{MediaId, ProductId, VariantId};
use orion_kernel::{Currency, Locale};
use orion_runtime::{Ctx, Result, Tx, files::Files};
use serde::Deserialize;
use sqlx::types::Json;
use uuid::Uuid;

use super::product_file::{FileOption, FilePicture, FileProduct, FileVariant};
use crate::model::ProductStatus;

/// A product as it is stored.
#[derive(Debug)]
pub struct StoredProduct {
    /// Which.
    pub id: ProductId,
    /// What a file would say of it. Quantities are those of the last file.
    pub product: FileProduct,
    /// Its variants, in the same order.
    pub variants: Vec<VariantId>,
    /// Its pictures, in the same order.
    pub media: Vec<StoredMedia>,
}

/// A picture as it is stored.
#[derive(Clone, Debug, Deserialize)]
pub struct StoredMedia {
    pub id: MediaId,
    pub source: String,
    pub alt: String,
    pub file: Option<String>,
    pub width: i32,
    pub height: i32,
}

#[derive(sqlx::FromRow)]
struct ProductRow {
    #[sqlx(try_from = "Uuid")]
    id: ProductId,
    slug: String,
    status: String,
    vendor: String,
    kind: String,
    tags: Vec<String>,
    is_gift_card: bool,
    extra: Json<BTreeMap<String, String>>,
    title: String,
    description_html: String,
    seo_title: String,
    seo_description: String,
    options: Json<Vec<OptionRow>>,
    variants: Json<Vec<VariantRow>>,
    media: Json<Vec<StoredMedia>>,
}

#[derive(Deserialize)]
struct OptionRow {
    name: String,
    values: Vec<String>,
}

#[derive(Deserialize)]
struct VariantRow {
    id: VariantId,
    options: Vec<String>,
    sku: String,
    barcode: String,
    price_minor: i64,
    compare_at_minor: Option<i64>,
    cost_minor: Option<i64>,
    currency: Currency,
    weight_grams: i32,
    weight_unit: String,
    requires_shipping: bool,
    is_taxable: bool,
    tax_code: String,
    media_id: Option<MediaId>,
    imported_quantity: Option<i64>,
    extra: BTreeMap<String, String>,
}

/// These products, with their texts in `locale`. One statement, however many.
pub async fn stored_products(tx: &mut Tx, ids: &[Uuid], locale: Locale) -> Result<HashMap<ProductId, StoredProduct>> {
    let ctx = tx.ctx().clone();
    let store = ctx.store_id()?;
    let rows: Vec<ProductRow> = sqlx::query_as(
        r#"select p.id, p.slug, p.status, p.vendor, p.type as kind, p.tags, p.is_gift_card, p.extra,
            coalesce(t.title, '') as title, coalesce(t.description_html, '') as description_html,
            coalesce(t.seo_title, '') as seo_title, coalesce(t.seo_description, '') as seo_description,
            (select coalesce(jsonb_agg(jsonb_build_object('name', o.name, 'values', o."values") order by o.position), '[]')
             from catalog.options o where o.store_id = p.store_id and o.product_id = p.id) as options,
            (select coalesce(jsonb_agg(to_jsonb(v) order by v.position), '[]')
             from catalog.variants v where v.store_id = p.store_id and v.product_id = p.id) as variants,
            (select coalesce(jsonb_agg(to_jsonb(m) order by m.position), '[]')
             from catalog.media m where m.store_id = p.store_id and m.product_id = p.id) as media
        from catalog.products p
        left join catalog.product_texts t on t.store_id = p.store_id and t.product_id = p.id and t.locale = $3
        where p.store_id = $1 and p.id = any($2)"#,
    )
    .bind(store.0)
    .bind(ids)
    .bind(locale.code())
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, stored(&ctx, row))).collect())
}

fn stored(ctx: &Ctx, row: ProductRow) -> StoredProduct {
    let sources: Vec<String> = row.media.iter().map(|media| canonical_source(ctx, media)).collect();
    let pictures = row
        .media
        .iter()
        .zip(&sources)
        .map(|(media, source)| FilePicture { source: source.clone(), alt: media.alt.clone() });
    let picture_of =
        |id: MediaId| row.media.iter().position(|media| media.id == id).map(|place| sources[place].clone());
    let product = FileProduct {
        row: 0,
        handle: row.slug,
        title: row.title,
        description_html: row.description_html,
        vendor: row.vendor,
        kind: row.kind,
        tags: row.tags,
        status: ProductStatus::from_code(&row.status).unwrap_or_default(),
        is_gift_card: row.is_gift_card,
        seo_title: row.seo_title,
        seo_description: row.seo_description,
        extra: row.extra.0,
        options: row
            .options
            .0
            .into_iter()
            .map(|option| FileOption { name: option.name, values: option.values })
            .collect(),
        pictures: pictures.collect(),
        variants: Vec::new(),
    };
    let ids = row.variants.iter().map(|variant| variant.id).collect();
    let variants = row.variants.0.into_iter().map(|variant| FileVariant {
        picture: variant.media_id.and_then(picture_of),
        options: variant.options,
        sku: variant.sku,
        barcode: variant.barcode,
        price_minor: variant.price_minor,
        compare_at_minor: variant.compare_at_minor,
        cost_minor: variant.cost_minor,
        currency: variant.currency,
        weight_grams: variant.weight_grams,
        weight_unit: variant.weight_unit,
        requires_shipping: variant.requires_shipping,
        is_taxable: variant.is_taxable,
        tax_code: variant.tax_code,
        extra: variant.extra,
        quantity: variant.imported_quantity,
    });
    let product = FileProduct { variants: variants.collect(), ..product };
    StoredProduct { id: row.id, product, variants: ids, media: row.media.0 }
}

/// What a file says where a picture is. An upload came from nowhere, so it is where we serve it.
pub fn canonical_source(ctx: &Ctx, media: &StoredMedia) -> String {
    let uploaded = media.file.as_ref().filter(|_| media.source.is_empty()).and_then(|file| file.parse().ok());
    match (uploaded, ctx.store_id()) {
        (Some(file), Ok(store)) => format!("{}{}", ctx.app().config().public_origin, Files::path(store.0, &file)),
        _ => media.source.clone(),
    }
}
