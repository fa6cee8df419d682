//! What does one language of a store's page say?

use orion_kernel::{AppError, Locale};
use orion_runtime::{Ctx, Result};

use super::store_page_texts::with_store_pages;
use crate::{
    model::{Origin, Place},
    paths,
    views::{PageEditor, StorePageEditor},
};

#[derive(sqlx::FromRow)]
struct Row {
    place: Option<String>,
    position: i32,
    is_visible: bool,
    is_own: bool,
    has_default: bool,
    name: Option<String>,
    title: Option<String>,
    description: Option<String>,
    body_html: Option<String>,
}

/// The page in the language asked for, or the store's first.
pub async fn edit_store_page(ctx: &Ctx, slug: &str, locale: Option<Locale>) -> Result<StorePageEditor> {
    let store = ctx.store()?;
    let first = store.locales.first().copied().unwrap_or(Locale::En);
    let locale = locale.unwrap_or(first);
    if !store.locales.contains(&locale) {
        return Err(AppError::not_found().into());
    }
    let mut tx = ctx.begin().await?;
    let row: Row = sqlx::query_as(with_store_pages!(
        "select p.place, p.position, p.is_visible, p.is_own, p.has_default, t.title, t.description, t.body_html,
                (select n.title from texts n where n.slug = p.slug
                 order by n.locale = $5 desc, n.locale = $6 desc, n.locale limit 1) as name
         from pages p left join texts t on t.slug = p.slug and t.locale = $4
         where p.slug = $3"
    ))
    .bind(store.id.0)
    .bind(ctx.platform_id().0)
    .bind(slug)
    .bind(locale.code())
    .bind(ctx.locale().code())
    .bind(first.code())
    .fetch_optional(tx.conn())
    .await?
    .ok_or_else(AppError::not_found)?;
    let prefix = if locale == first { String::new() } else { format!("/{}", locale.code()) };
    let origin = ctx.app().config().public_origin.of_host(&store.host);
    Ok(StorePageEditor {
        origin: Origin::of(row.is_own, row.has_default),
        page: PageEditor {
            slug: slug.to_owned(),
            place: row.place.as_deref().and_then(Place::from_code),
            position: row.position,
            is_visible: row.is_visible,
            locales: store.locales.clone(),
            locale,
            name: row.name.unwrap_or_else(|| slug.to_owned()),
            title: row.title.unwrap_or_default(),
            description: row.description.unwrap_or_default(),
            body_html: row.body_html.unwrap_or_default(),
            address: format!("{origin}{prefix}{}", paths::content(slug)),
        },
    })
}
