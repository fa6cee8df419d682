//! Which pages does the platform have, for itself and for its stores?

use orion_kernel::{AppError, Paged};
use orion_runtime::{PlatformCtx, Result};
use orion_ui::IndexQuery;

use crate::{
    model::{PageScope, Place},
    views::PlatformPageRow,
};

#[derive(sqlx::FromRow)]
struct Row {
    scope: String,
    slug: String,
    title: String,
    place: Option<String>,
    is_visible: bool,
    total: i64,
}

/// A page of the platform's pages.
pub async fn list_platform_pages(ctx: &PlatformCtx, query: &IndexQuery) -> Result<Paged<PlatformPageRow>> {
    let page = query.page();
    let mut tx = ctx.begin().await?;
    let rows: Vec<Row> = sqlx::query_as(
        "select p.scope, p.slug, coalesce(t.title, p.slug) as title, p.place, p.is_visible, count(*) over () as total
         from cms.platform_pages p
         left join lateral (
           select title from cms.platform_page_texts t
           where t.platform_id = p.platform_id and t.scope = p.scope and t.slug = p.slug
           order by t.locale = $2 desc, t.locale limit 1
         ) t on true
         where p.platform_id = $1
           and ($3 = '' or position(lower($3) in lower(coalesce(t.title, '') || ' ' || p.slug)) > 0)
           and ($4 = '' or p.scope = $4)
         order by p.scope, array_position(array['header', 'footer', 'legal'], p.place), p.position, p.slug
         limit $5 offset $6",
    )
    .bind(ctx.platform_id().0)
    .bind(ctx.locale().code())
    .bind(query.search.trim())
    .bind(&query.scope)
    .bind(page.limit())
    .bind(page.offset())
    .fetch_all(tx.conn())
    .await?;
    let total = rows.first().map_or(0, |row| row.total);
    Ok(Paged { items: rows.into_iter().map(Row::view).collect::<Result<_>>()?, total, page })
}

impl Row {
    fn view(self) -> Result<PlatformPageRow> {
        Ok(PlatformPageRow {
            scope: PageScope::from_code(&self.scope).ok_or_else(AppError::internal)?,
            place: self.place.as_deref().and_then(Place::from_code),
            slug: self.slug,
            title: self.title,
            is_visible: self.is_visible,
        })
    }
}
