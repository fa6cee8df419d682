//! Which pages does the store have?

use orion_kernel::Paged;
use orion_runtime::{Ctx, Result};
use orion_ui::IndexQuery;

use super::store_page_texts::with_store_pages;
use crate::{
    model::{Origin, Place},
    views::StorePageRow,
};

#[derive(sqlx::FromRow)]
struct Row {
    slug: String,
    title: String,
    place: Option<String>,
    is_visible: bool,
    is_own: bool,
    has_default: bool,
    total: i64,
}

/// The store's own pages and those it has from the platform, in the order of the footer.
pub async fn list_store_pages(ctx: &Ctx, query: &IndexQuery) -> Result<Paged<StorePageRow>> {
    let store = ctx.store()?;
    let page = query.page();
    let default = store.locales.first().copied().unwrap_or_else(|| ctx.locale());
    let mut tx = ctx.begin().await?;
    let rows: Vec<Row> = sqlx::query_as(with_store_pages!(
        "select p.slug, coalesce(t.title, p.slug) as title, p.place, p.is_visible, p.is_own, p.has_default,
                count(*) over () as total
         from pages p
         left join lateral (
           select title from texts t where t.slug = p.slug
           order by t.locale = $3 desc, t.locale = $4 desc, t.locale limit 1
         ) t on true
         where ($5 = '' or position(lower($5) in lower(coalesce(t.title, '') || ' ' || p.slug)) > 0)
           and ($6 = '' or ($6 = 'own' and p.is_own) or ($6 = 'inherited' and not p.is_own))
         order by array_position(array['header', 'footer', 'legal'], p.place), p.position, p.slug
         limit $7 offset $8"
    ))
    .bind(store.id.0)
    .bind(ctx.platform_id().0)
    .bind(ctx.locale().code())
    .bind(default.code())
    .bind(query.search.trim())
    .bind(&query.scope)
    .bind(page.limit())
    .bind(page.offset())
    .fetch_all(tx.conn())
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    Ok(Paged { items: rows.into_iter().map(Row::view).collect(), total, page })
}

impl Row {
    fn view(self) -> StorePageRow {
        StorePageRow {
            origin: Origin::of(self.is_own, self.has_default),
            place: self.place.as_deref().and_then(Place::from_code),
            slug: self.slug,
            title: self.title,
            is_visible: self.is_visible,
        }
    }
}
