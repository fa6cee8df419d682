//! A product in its form.

use orion_contracts::{CategoryId, MediaId, ProductId, VariantId};
use orion_kernel::{AppError, Currency, Locale, Money, Page, Paged};
use orion_runtime::{Ctx, Result};
use serde::Deserialize;
use sqlx::types::Json;
use time::OffsetDateTime;
use uuid::Uuid;

use super::{list_categories::paths_of_categories, list_products::default_locale, picture::picture};
use crate::{
    model::{ProductStatus, variant_title},
    paths,
    views::{CategoryChoice, EditedOption, EditedPicture, EditedTexts, EditedVariant, Editor, PictureState},
};

/// Variants in the grid at a time.
const VARIANTS: u32 = 50;

#[derive(sqlx::FromRow)]
struct Row {
    slug: String,
    status: String,
    vendor: String,
    kind: String,
    tags: Vec<String>,
    created_at: OffsetDateTime,
    updated_at: OffsetDateTime,
    /// In the store's default language.
    default_title: String,
    title: String,
    description_html: String,
    seo_title: String,
    seo_description: String,
    options: Json<Vec<EditedOption>>,
    media: Json<Vec<MediaRow>>,
    categories: Vec<Uuid>,
}

#[derive(Deserialize)]
struct MediaRow {
    id: MediaId,
    alt: String,
    source: String,
    state: String,
    file: Option<String>,
    width: i32,
    height: i32,
    error: Option<String>,
}

#[derive(sqlx::FromRow)]
struct VariantRow {
    id: Uuid,
    options: Vec<String>,
    sku: String,
    barcode: String,
    price_minor: i64,
    compare_at_minor: Option<i64>,
    cost_minor: Option<i64>,
    currency: String,
    weight_grams: i32,
    requires_shipping: bool,
    total: i64,
}

/// A product with its texts in one language, and a page of its variants.
///
/// # Errors
///
/// `NotFound`.
pub async fn open_product(ctx: &Ctx, id: ProductId, language: Option<&str>, page: u32) -> Result<Editor> {
    let (store, default) = (ctx.store()?, default_locale(ctx)?);
    let asked = language.and_then(Locale::from_code).filter(|locale| store.locales.contains(locale));
    let locale = asked.unwrap_or(default);
    let mut tx = ctx.begin().await?;
    let row: Row = sqlx::query_as(
        r#"select p.slug, p.status, p.vendor, p.type as kind, p.tags, p.created_at, p.updated_at,
            coalesce(nullif(d.title, ''), p.slug) as default_title, coalesce(t.title, '') as title,
            coalesce(t.description_html, '') as description_html, coalesce(t.seo_title, '') as seo_title,
            coalesce(t.seo_description, '') as seo_description,
            (select coalesce(jsonb_agg(jsonb_build_object('name', o.name, 'values', o."values") order by o.position), '[]')
             from catalog.options o where o.store_id = $1 and o.product_id = p.id) as options,
            (select coalesce(jsonb_agg(to_jsonb(m) order by m.position), '[]')
             from catalog.media m where m.store_id = $1 and m.product_id = p.id) as media,
            array(select c.category_id from catalog.product_categories c where c.store_id = $1 and c.product_id = p.id) as categories
        from catalog.products p
        left join catalog.product_texts t on t.store_id = $1 and t.product_id = p.id and t.locale = $3
        left join catalog.product_texts d on d.store_id = $1 and d.product_id = p.id and d.locale = $4
        where p.store_id = $1 and p.id = $2"#,
    )
    .bind(store.id.0)
    .bind(id.0)
    .bind(locale.code())
    .bind(default.code())
    .fetch_optional(tx.conn())
    .await?
    .ok_or_else(AppError::not_found)?;
    let page = Page { number: page.max(1), size: VARIANTS };
    let variants: Vec<VariantRow> = sqlx::query_as(
        "select id, options, sku, barcode, price_minor, compare_at_minor, cost_minor, currency, weight_grams, requires_shipping,
            count(*) over () as total
        from catalog.variants where store_id = $1 and product_id = $2 order by position limit $3 offset $4",
    )
    .bind(store.id.0)
    .bind(id.0)
    .bind(page.limit())
    .bind(page.offset())
    .fetch_all(tx.conn())
    .await?;
    let categories = paths_of_categories(&mut tx).await?;
    let pictures = row.media.0.into_iter().map(|media| EditedPicture {
        id: media.id,
        picture: picture(store.id, media.file.as_deref(), &media.alt, media.width, media.height),
        alt: media.alt,
        source: media.source,
        state: match media.state.as_str() {
            "stored" => PictureState::Stored,
            "pending" => PictureState::Pending,
            _ => PictureState::Unreachable(media.error.unwrap_or_default()),
        },
    });
    let is_in = |id: CategoryId| row.categories.contains(&id.0);
    let total = variants.first().map_or(0, |variant| variant.total);
    Ok(Editor {
        id,
        version: version(row.updated_at),
        status: ProductStatus::from_code(&row.status).unwrap_or_default(),
        storefront_url: format!(
            "{}{}",
            ctx.app().config().public_origin.of_host(&store.host),
            paths::product(&row.slug)
        ),
        slug: row.slug,
        vendor: row.vendor,
        kind: row.kind,
        tags: row.tags,
        locales: store.locales.clone(),
        locale,
        texts: EditedTexts {
            title: row.title,
            description_html: row.description_html,
            seo_title: row.seo_title,
            seo_description: row.seo_description,
        },
        title: row.default_title,
        categories: categories
            .into_iter()
            .map(|(id, name)| CategoryChoice { id, name, is_chosen: is_in(id) })
            .collect(),
        options: row.options.0,
        variants: Paged { items: variants.into_iter().map(variant).collect::<Result<_>>()?, total, page },
        pictures: pictures.collect(),
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

/// When a product was last changed, to the microsecond.
pub fn version(updated_at: OffsetDateTime) -> String {
    (updated_at.unix_timestamp_nanos() / 1_000).to_string()
}

fn variant(row: VariantRow) -> Result<EditedVariant> {
    let currency: Currency = row.currency.parse().map_err(|_| AppError::internal())?;
    let money = |minor| Money::new(minor, currency);
    Ok(EditedVariant {
        id: VariantId(row.id),
        title: variant_title(&row.options),
        sku: row.sku,
        barcode: row.barcode,
        price: money(row.price_minor),
        compare_at: row.compare_at_minor.map(money),
        cost: row.cost_minor.map(money),
        weight_grams: row.weight_grams,
        requires_shipping: row.requires_shipping,
    })
}
