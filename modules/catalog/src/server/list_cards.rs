//! Published products as cards: for lists, searches, the home page and what is related.

use std::collections::HashMap;

use orion_contracts::{
    VariantId,
    stock::{Availability, Stock},
};
use orion_kernel::{Money, Page, Paged, StoreId};
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use super::picture::picture;
use crate::views::ProductCard;

/// A card, and the product's variants.
pub type Card = (ProductCard, Vec<VariantId>);

/// Which products, and in which order.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// In one of these categories; `None` for all.
    pub categories: Option<Vec<Uuid>>,
    /// Among these; `None` for all. In this order, when sorted by `match`.
    pub products: Option<Vec<Uuid>>,
    /// By one of these makers; none for all.
    pub vendors: Vec<String>,
    pub price_from: Option<i64>,
    pub price_to: Option<i64>,
    /// Names of options, and beside each a value that will do.
    pub option_names: Vec<String>,
    pub option_values: Vec<String>,
    /// `price`, `-price`, `name`, `match`; anything else is newest first.
    pub sort: String,
    pub page: Page,
}

#[derive(sqlx::FromRow)]
struct Row {
    slug: String,
    title: String,
    vendor: String,
    price_from_minor: i64,
    price_to_minor: i64,
    compare_from_minor: Option<i64>,
    file: Option<String>,
    alt: Option<String>,
    width: Option<i32>,
    height: Option<i32>,
    variants: Vec<Uuid>,
    total: i64,
}

/// A page of cards with their variants, in one statement. Whether they are sold out has yet to be asked.
pub async fn find_cards(tx: &mut Tx, wanted: &Wanted) -> Result<Paged<Card>> {
    let ctx = tx.ctx().clone();
    let store = ctx.store()?;
    let default = store.locales.first().copied().unwrap_or(ctx.locale());
    let rows: Vec<Row> = sqlx::query_as(
        "with wanted as (
            select p.id, p.slug, p.vendor, p.price_from_minor, p.price_to_minor, p.compare_from_minor, p.published_at,
                coalesce(nullif(t.title, ''), nullif(d.title, ''), p.slug) as title, count(*) over () as total
            from catalog.match_products($1, $2, $3, $4, $5, $6, $7, $8) m
            join catalog.products p on p.store_id = $1 and p.id = m.product_id
            left join catalog.product_texts t on t.store_id = $1 and t.product_id = p.id and t.locale = $9
            left join catalog.product_texts d on d.store_id = $1 and d.product_id = p.id and d.locale = $10
            where m.is_vendor and m.is_price and m.lacks = '{}'
        ), shown as (
            select *, row_number() over (order by
                case when $11 = 'match' then array_position($3, id) end,
                case when $11 = 'price' then price_from_minor when $11 = '-price' then -price_from_minor end,
                case when $11 = 'name' then lower(title) end,
                published_at desc nulls last, id desc
            ) as place
            from wanted order by place limit $12 offset $13
        )
        select s.slug, s.title, s.vendor, s.price_from_minor, s.price_to_minor, s.compare_from_minor, s.total,
            i.file, i.alt, i.width, i.height, v.ids as variants
        from shown s
        left join lateral (
            select file, alt, width, height from catalog.media
            where store_id = $1 and product_id = s.id and file is not null order by position limit 1
        ) i on true
        left join lateral (
            select coalesce(array_agg(id), '{}') as ids from catalog.variants where store_id = $1 and product_id = s.id
        ) v on true
        order by s.place",
    )
    .bind(store.id.0)
    .bind(&wanted.categories)
    .bind(&wanted.products)
    .bind(&wanted.vendors)
    .bind(wanted.price_from)
    .bind(wanted.price_to)
    .bind(&wanted.option_names)
    .bind(&wanted.option_values)
    .bind(ctx.locale().code())
    .bind(default.code())
    .bind(&wanted.sort)
    .bind(wanted.page.limit())
    .bind(wanted.page.offset())
    .fetch_all(tx.conn())
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let items = rows.into_iter().map(|row| card(store.id, store.currency, row)).collect();
    Ok(Paged { items, total, page: wanted.page })
}

/// A page of cards without asking for stock.
pub async fn list_cards(tx: &mut Tx, wanted: &Wanted) -> Result<Paged<ProductCard>> {
    Ok(find_cards(tx, wanted).await?.map(|(card, _)| card))
}

/// A page of cards, the sold out marked.
pub async fn list_cards_with_stock(tx: &mut Tx, wanted: &Wanted) -> Result<Paged<ProductCard>> {
    let found = find_cards(tx, wanted).await?;
    let ids: Vec<VariantId> = found.items.iter().flat_map(|(_, variants)| variants.iter().copied()).collect();
    if ids.is_empty() {
        return Ok(found.map(|(card, _)| card));
    }
    let port = tx.ctx().port::<dyn Stock>();
    let available = port.availability(tx, &ids).await?;
    Ok(found.map(|card| with_stock(card, &available)))
}

/// The card, marked when none of its variants can be bought.
pub fn with_stock((card, variants): Card, available: &HashMap<VariantId, Availability>) -> ProductCard {
    let can_be_bought = |id: &VariantId| available.get(id).is_none_or(|available| available.allows(1));
    ProductCard { is_sold_out: !variants.iter().any(can_be_bought), ..card }
}

fn card(store: StoreId, currency: orion_kernel::Currency, row: Row) -> Card {
    let compare_at = row.compare_from_minor.filter(|before| *before > row.price_from_minor);
    let card = ProductCard {
        price: Money::new(row.price_from_minor, currency),
        has_range: row.price_to_minor > row.price_from_minor,
        compare_at: compare_at.map(|minor| Money::new(minor, currency)),
        image: picture(
            store,
            row.file.as_deref(),
            row.alt.as_deref().unwrap_or_default(),
            row.width.unwrap_or_default(),
            row.height.unwrap_or_default(),
        ),
        slug: row.slug,
        title: row.title,
        vendor: row.vendor,
        is_sold_out: false,
    };
    (card, row.variants.into_iter().map(VariantId).collect())
}
