//! Which pages are linked in headers and footers?

use futures::future::BoxFuture;
use orion_contracts::cms::{PAGE_LINKS, PageLink, PageLinks};
use orion_kernel::{AppError, Frontend, Locale};
use orion_runtime::{ContextProvider, Ctx, Result};

use super::{cache, store_page_texts::with_store_pages};
use crate::{model::Place, paths};

/// Adds the links to every page that visitors see.
pub fn provider() -> ContextProvider {
    ContextProvider::new("cms", PAGE_LINKS, &[Frontend::Platform, Frontend::Storefront], provide)
}

fn provide(ctx: Ctx) -> BoxFuture<'static, Result<PageLinks, AppError>> {
    Box::pin(async move { cache::pages(ctx.app()).links(&ctx, load(&ctx)).await })
}

#[derive(sqlx::FromRow)]
struct Row {
    slug: String,
    place: String,
    title: String,
}

async fn load(ctx: &Ctx) -> Result<PageLinks> {
    match ctx.scope().store_id() {
        Some(store) => of_store(ctx, store.0).await,
        None => of_platform(ctx).await,
    }
}

/// The first of the frontend's languages, whose texts stand in where one is missing.
pub(super) fn default_locale(ctx: &Ctx) -> Locale {
    ctx.scope().locales().first().copied().unwrap_or(Locale::En)
}

async fn of_platform(ctx: &Ctx) -> Result<PageLinks> {
    let mut tx = ctx.begin().await?;
    let rows: Vec<Row> = sqlx::query_as(
        "select p.slug, p.place, t.title
         from cms.platform_pages p
         join lateral (
           select title from cms.platform_page_texts t
           where t.platform_id = p.platform_id and t.scope = p.scope and t.slug = p.slug
           order by t.locale = $2 desc, t.locale = $3 desc, t.locale limit 1
         ) t on true
         where p.platform_id = $1 and p.scope = 'platform' and p.is_visible and p.place is not null
         order by p.position, p.slug",
    )
    .bind(ctx.platform_id().0)
    .bind(ctx.locale().code())
    .bind(default_locale(ctx).code())
    .fetch_all(tx.conn())
    .await?;
    Ok(sort(rows))
}

async fn of_store(ctx: &Ctx, store: uuid::Uuid) -> Result<PageLinks> {
    let mut tx = ctx.begin().await?;
    let rows: Vec<Row> = sqlx::query_as(with_store_pages!(
        "select p.slug, p.place, t.title
         from pages p
         join lateral (
           select title from texts t where t.slug = p.slug
           order by t.locale = $3 desc, t.locale = $4 desc, t.locale limit 1
         ) t on true
         where p.is_visible and p.place is not null
         order by p.position, p.slug"
    ))
    .bind(store)
    .bind(ctx.platform_id().0)
    .bind(ctx.locale().code())
    .bind(default_locale(ctx).code())
    .fetch_all(tx.conn())
    .await?;
    let lines: Option<(String, String)> = sqlx::query_as(
        "select announcement, tagline from cms.store_texts where store_id = $1
         order by locale = $2 desc, locale = $3 desc, locale limit 1",
    )
    .bind(store)
    .bind(ctx.locale().code())
    .bind(default_locale(ctx).code())
    .fetch_optional(tx.conn())
    .await?;
    let (announcement, tagline) = lines.unwrap_or_default();
    Ok(PageLinks { announcement, tagline, ..sort(rows) })
}

fn sort(rows: Vec<Row>) -> PageLinks {
    let mut links = PageLinks::default();
    for row in rows {
        let link = PageLink { path: paths::content(&row.slug), title: row.title };
        match Place::from_code(&row.place) {
            Some(Place::Header) => links.header.push(link),
            Some(Place::Footer) => links.footer.push(link),
            Some(Place::Legal) => links.legal.push(link),
            None => {}
        }
    }
    links
}
