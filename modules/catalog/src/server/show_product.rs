//! A product's page in the storefront.

mod json_ld;

use std::collections::HashMap;

use orion_contracts::{
    ProductId, VariantId,
    stock::{Availability, Stock},
};
use orion_kernel::{AppError, Currency, Money, Page};
use orion_runtime::{Ctx, Result, Tx};
use serde::Deserialize;
use sqlx::types::Json;
use uuid::Uuid;

use self::json_ld::json_ld;
use super::{
    list_cards::{Card, Wanted, find_cards, with_stock},
    picture::picture,
};
use crate::{
    paths,
    views::{CategoryLink, OptionView, ProductCard, ProductView, VariantView},
};

/// Related products on the page.
const RELATED: u32 = 4;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    slug: String,
    vendor: String,
    title: String,
    description_html: String,
    seo_title: String,
    seo_description: String,
    options: Json<Vec<OptionView>>,
    variants: Json<Vec<VariantRow>>,
    media: Json<Vec<MediaRow>>,
    categories: Json<Vec<CategoryRow>>,
}

#[derive(Deserialize)]
struct VariantRow {
    id: VariantId,
    options: Vec<String>,
    sku: String,
    barcode: String,
    price_minor: i64,
    compare_at_minor: Option<i64>,
    lowest_minor: Option<i64>,
    currency: Currency,
    weight_grams: i32,
    requires_shipping: bool,
    is_taxable: bool,
    media_id: Option<Uuid>,
}

#[derive(Deserialize)]
struct MediaRow {
    id: Uuid,
    file: String,
    alt: String,
    width: i32,
    height: i32,
}

#[derive(Deserialize)]
struct CategoryRow {
    id: Uuid,
    name: String,
    slug: String,
}

/// A published product in the page's language. Two statements, and stock's.
///
/// # Errors
///
/// `NotFound` when there is none, or it is not published.
pub async fn show_product(ctx: &Ctx, slug: &str) -> Result<ProductView> {
    let mut tx = ctx.begin().await?;
    let row = read(&mut tx, slug).await?.ok_or_else(AppError::not_found)?;
    let related = related(&mut tx, &row).await?;
    let of_related = related.iter().flat_map(|(_, variants)| variants.iter().copied());
    let ids: Vec<VariantId> = row.variants.iter().map(|variant| variant.id).chain(of_related).collect();
    let available = ctx.port::<dyn Stock>().availability(&mut tx, &ids).await?;
    let related = related.into_iter().map(|card| with_stock(card, &available)).collect();
    drop(tx);
    let mut product = view(ctx, row, &available, related)?;
    product.json_ld = json_ld(ctx, &product)?;
    Ok(product)
}

async fn read(tx: &mut Tx, slug: &str) -> Result<Option<Row>> {
    let ctx = tx.ctx().clone();
    let store = ctx.store()?;
    let default = store.locales.first().copied().unwrap_or(ctx.locale());
    // The way to the product leads through the category that stands first, and what is above it.
    let row = sqlx::query_as(
        r#"select p.id, p.slug, p.vendor, coalesce(nullif(t.title, ''), nullif(d.title, ''), p.slug) as title,
            coalesce(nullif(t.description_html, ''), d.description_html, '') as description_html,
            coalesce(nullif(t.seo_title, ''), d.seo_title, '') as seo_title,
            coalesce(nullif(t.seo_description, ''), d.seo_description, '') as seo_description,
            (select coalesce(jsonb_agg(jsonb_build_object('name', o.name, 'values', o."values") order by o.position), '[]')
             from catalog.options o where o.store_id = $1 and o.product_id = p.id) as options,
            (select coalesce(jsonb_agg(to_jsonb(v) || jsonb_build_object('lowest_minor', (
                select min(h.price_minor) from (
                    select price_minor, at, lead(at) over (order by at) as until, max(at) over () as present
                    from catalog.price_history where store_id = $1 and variant_id = v.id
                ) h where h.until > h.present - interval '30 days'
             )) order by v.position), '[]')
             from catalog.variants v where v.store_id = $1 and v.product_id = p.id) as variants,
            (select coalesce(jsonb_agg(to_jsonb(m) order by m.position), '[]')
             from catalog.media m where m.store_id = $1 and m.product_id = p.id and m.file is not null) as media,
            (with recursive way as (
                (select c.id, c.parent_id, c.name, c.slug, 0 as height
                 from catalog.product_categories pc join catalog.categories c on c.store_id = $1 and c.id = pc.category_id
                 where pc.store_id = $1 and pc.product_id = p.id order by c.position, lower(c.name) limit 1)
                union all
                select c.id, c.parent_id, c.name, c.slug, way.height + 1
                from way join catalog.categories c on c.store_id = $1 and c.id = way.parent_id where way.height < 10
             ) select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'slug', slug) order by height desc), '[]') from way) as categories
        from catalog.products p
        left join catalog.product_texts t on t.store_id = $1 and t.product_id = p.id and t.locale = $3
        left join catalog.product_texts d on d.store_id = $1 and d.product_id = p.id and d.locale = $4
        where p.store_id = $1 and p.slug = $2 and p.status = 'published'"#,
    )
    .bind(store.id.0)
    .bind(slug)
    .bind(ctx.locale().code())
    .bind(default.code())
    .fetch_optional(tx.conn())
    .await?;
    Ok(row)
}

/// Others of the same category.
async fn related(tx: &mut Tx, row: &Row) -> Result<Vec<Card>> {
    let Some(category) = row.categories.last() else { return Ok(Vec::new()) };
    let wanted = Wanted {
        categories: Some(vec![category.id]),
        page: Page { number: 1, size: RELATED + 1 },
        ..Wanted::default()
    };
    let mut cards = find_cards(tx, &wanted).await?.items;
    cards.retain(|(card, _)| card.slug != row.slug);
    cards.truncate(RELATED as usize);
    Ok(cards)
}

fn view(
    ctx: &Ctx,
    row: Row,
    available: &HashMap<VariantId, Availability>,
    related: Vec<ProductCard>,
) -> Result<ProductView, AppError> {
    let store = ctx.store_id()?;
    let media = row.media.0;
    let variants: Vec<VariantView> = row
        .variants
        .0
        .into_iter()
        .map(|variant| {
            let money = |minor| Money::new(minor, variant.currency);
            let compare_at = variant.compare_at_minor.filter(|before| *before > variant.price_minor);
            VariantView {
                price: money(variant.price_minor),
                compare_at: compare_at.map(money),
                lowest: compare_at.map(|_| money(variant.lowest_minor.unwrap_or(variant.price_minor))),
                picture: variant.media_id.and_then(|id| media.iter().position(|media| media.id == id)),
                availability: available.get(&variant.id).copied().unwrap_or(Availability::Unlimited),
                id: variant.id,
                options: variant.options,
                sku: variant.sku,
                barcode: variant.barcode,
                weight_grams: variant.weight_grams,
                requires_shipping: variant.requires_shipping,
                is_taxable: variant.is_taxable,
            }
        })
        .collect();
    if variants.is_empty() {
        return Err(AppError::not_found());
    }
    let pictures = media.iter().filter_map(|media| {
        let alt = if media.alt.is_empty() { &row.title } else { &media.alt };
        picture(store, Some(&media.file), alt, media.width, media.height)
    });
    Ok(ProductView {
        id: ProductId(row.id),
        canonical: ctx.scope().absolute(&paths::product(&row.slug)),
        pictures: pictures.collect(),
        seo_title: if row.seo_title.is_empty() { row.title.clone() } else { row.seo_title },
        seo_description: if row.seo_description.is_empty() {
            summary(&row.description_html)
        } else {
            row.seo_description
        },
        slug: row.slug,
        title: row.title,
        description_html: row.description_html,
        vendor: row.vendor,
        categories: row
            .categories
            .0
            .into_iter()
            .map(|category| CategoryLink { name: category.name, slug: category.slug })
            .collect(),
        options: row.options.0,
        variants,
        related,
        json_ld: String::new(),
    })
}

/// The beginning of a description, without markup.
fn summary(html: &str) -> String {
    let mut text = String::new();
    let mut is_inside = false;
    for letter in html.chars() {
        match letter {
            '<' => is_inside = true,
            '>' if is_inside => {
                is_inside = false;
                text.push(' ');
            }
            _ if is_inside => {}
            _ => text.push(letter),
        }
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let plain = words.join(" ").replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&");
    match plain.char_indices().nth(157) {
        Some((end, _)) => format!("{}…", plain[..end].trim_end()),
        None => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_plain_and_short() {
        assert_eq!(summary("<p>One &amp; <b>two</b></p><ul><li>three</li></ul>"), "One & two three");
        assert_eq!(summary(&"ä ".repeat(400)).chars().count(), 158);
    }
}
