//! The list of products in the back office.

use std::collections::BTreeMap;

use orion_contracts::{CategoryId, ProductId};
use orion_kernel::{Locale, Money, Page, Paged};
use orion_runtime::{Ctx, Result};
use orion_ui::IndexQuery;
use time::OffsetDateTime;
use uuid::Uuid;

use super::picture::picture;
use crate::{
    model::ProductStatus,
    views::{ListChoices, ProductRow},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    title: String,
    status: String,
    vendor: String,
    file: Option<String>,
    width: Option<i32>,
    height: Option<i32>,
    variants: i64,
    price_from_minor: i64,
    price_to_minor: i64,
    updated_at: OffsetDateTime,
    total: i64,
}

/// The store's default language: the one every product has texts in.
pub fn default_locale(ctx: &Ctx) -> Result<Locale> {
    Ok(ctx.store()?.locales.first().copied().unwrap_or(ctx.locale()))
}

/// A page of products; the first one instead of a page that is not there. Words are looked for in names and SKUs.
pub async fn list_products(ctx: &Ctx, query: &IndexQuery) -> Result<Paged<ProductRow>> {
    let found = find_products(ctx, query, query.page()).await?;
    let is_beyond = found.items.is_empty() && found.page.number > 1;
    if is_beyond { find_products(ctx, query, Page::default()).await } else { Ok(found) }
}

async fn find_products(ctx: &Ctx, query: &IndexQuery, page: Page) -> Result<Paged<ProductRow>> {
    let store = ctx.store()?;
    let (sort, is_falling) = query.sort().unwrap_or(("updated", true));
    let category = query.filter("category").and_then(|id| id.parse::<Uuid>().ok());
    let words: Vec<String> = query.search.split_whitespace().map(contains).collect();
    let mut tx = ctx.begin().await?;
    let rows: Vec<Row> = sqlx::query_as(
        "with found as (
            select p.id, p.status, p.vendor, p.price_from_minor, p.price_to_minor, p.updated_at,
                coalesce(nullif(t.title, ''), p.slug) as title, count(*) over () as total
            from catalog.products p
            left join catalog.product_texts t on t.store_id = $1 and t.product_id = p.id and t.locale = $2
            where p.store_id = $1
                and ($3 = '' or p.status = $3)
                and ($4 = '' or p.vendor = $4)
                and ($5::uuid is null or exists (
                    select from catalog.product_categories c where c.store_id = $1 and c.product_id = p.id and c.category_id = $5
                ))
                and (select coalesce(bool_and(
                    coalesce(nullif(t.title, ''), p.slug) ilike word or exists (
                        select from catalog.variants v where v.store_id = $1 and v.product_id = p.id and v.sku ilike word
                    )
                ), true) from unnest($6::text[]) word)
        ), shown as (
            select *, row_number() over (order by
                case when $7 = 'title' and not $8 then lower(title) end,
                case when $7 = 'title' and $8 then lower(title) end desc,
                case when $7 = 'price' then case when $8 then -price_from_minor else price_from_minor end end,
                case when $7 = 'updated' and not $8 then updated_at end,
                updated_at desc, id desc
            ) as place
            from found order by place limit $9 offset $10
        )
        select s.*, i.file, i.width, i.height,
            (select count(*) from catalog.variants where store_id = $1 and product_id = s.id) as variants
        from shown s
        left join lateral (
            select file, width, height from catalog.media
            where store_id = $1 and product_id = s.id and file is not null order by position limit 1
        ) i on true
        order by s.place",
    )
    .bind(store.id.0)
    .bind(default_locale(ctx)?.code())
    .bind(&query.scope)
    .bind(query.filter("vendor").unwrap_or_default())
    .bind(category)
    .bind(&words)
    .bind(sort)
    .bind(is_falling)
    .bind(page.limit())
    .bind(page.offset())
    .fetch_all(tx.conn())
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let items = rows.into_iter().map(|row| ProductRow {
        id: ProductId(row.id),
        title: row.title,
        status: ProductStatus::from_code(&row.status).unwrap_or_default(),
        vendor: row.vendor,
        image: picture(
            store.id,
            row.file.as_deref(),
            "",
            row.width.unwrap_or_default(),
            row.height.unwrap_or_default(),
        ),
        variants: row.variants,
        price: Money::new(row.price_from_minor, store.currency),
        has_range: row.price_to_minor > row.price_from_minor,
        updated_at: row.updated_at,
    });
    Ok(Paged { items: items.collect(), total, page })
}

/// How many products are in each state, and in all.
pub async fn count_products(ctx: &Ctx) -> Result<BTreeMap<String, u64>> {
    let mut tx = ctx.begin().await?;
    let rows: Vec<(String, i64)> =
        sqlx::query_as("select status, count(*) from catalog.products where store_id = $1 group by status")
            .bind(ctx.store_id()?.0)
            .fetch_all(tx.conn())
            .await?;
    let mut counts: BTreeMap<String, u64> =
        ProductStatus::ALL.iter().map(|status| (status.code().to_owned(), 0)).collect();
    for (status, count) in rows {
        let count = u64::try_from(count).unwrap_or_default();
        *counts.entry(String::new()).or_default() += count;
        counts.insert(status, count);
    }
    Ok(counts)
}

/// What the list can be narrowed by.
pub async fn product_choices(ctx: &Ctx) -> Result<ListChoices> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let vendors = sqlx::query_scalar(
        "select vendor from catalog.products where store_id = $1 and vendor <> '' group by vendor order by lower(vendor) limit 200",
    )
    .bind(store.0)
    .fetch_all(tx.conn())
    .await?;
    let categories: Vec<(Uuid, String)> =
        sqlx::query_as("select id, name from catalog.categories where store_id = $1 order by lower(name) limit 500")
            .bind(store.0)
            .fetch_all(tx.conn())
            .await?;
    let categories = categories.into_iter().map(|(id, name)| (CategoryId(id), name)).collect();
    Ok(ListChoices { vendors, categories })
}

/// A pattern for texts that contain a word.
fn contains(word: &str) -> String {
    format!("%{}%", word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"))
}
