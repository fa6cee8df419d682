//! A store changes a page. One it has from its platform becomes its own by that.

use orion_kernel::{AppError, Locale};
use orion_runtime::{Ctx, Result};

use super::{
    cache,
    clean_html::clean_html,
    customise_page::take_over,
    forms::{PageSettings, PageText},
};

/// Writes one language.
pub async fn save_store_page_text(ctx: &Ctx, slug: &str, locale: Locale, text: &PageText) -> Result<()> {
    text.check()?;
    let store = ctx.store()?;
    if !store.locales.contains(&locale) {
        return Err(AppError::not_found().into());
    }
    let mut tx = ctx.begin().await?;
    if !take_over(&mut tx, slug).await? {
        return Err(AppError::not_found().into());
    }
    sqlx::query(
        "insert into cms.store_page_texts (store_id, slug, locale, title, description, body_html)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (store_id, slug, locale)
         do update set title = excluded.title, description = excluded.description, body_html = excluded.body_html",
    )
    .bind(store.id.0)
    .bind(slug)
    .bind(locale.code())
    .bind(text.title.trim())
    .bind(text.description.trim())
    .bind(clean_html(&text.body_html))
    .execute(tx.conn())
    .await?;
    sqlx::query("update cms.store_pages set updated_at = $3 where store_id = $1 and slug = $2")
        .bind(store.id.0)
        .bind(slug)
        .bind(ctx.now())
        .execute(tx.conn())
        .await?;
    tx.audit("cms.page_written", ("page", slug), locale.code()).await?;
    cache::changed(&mut tx, store.id.0).await?;
    tx.commit().await
}

/// Decides where it is linked and whether shoppers see it.
pub async fn save_store_page_settings(ctx: &Ctx, slug: &str, settings: &PageSettings) -> Result<()> {
    settings.check()?;
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    if !take_over(&mut tx, slug).await? {
        return Err(AppError::not_found().into());
    }
    sqlx::query(
        "update cms.store_pages set place = $3, position = $4, is_visible = $5, updated_at = $6
         where store_id = $1 and slug = $2",
    )
    .bind(store.0)
    .bind(slug)
    .bind(settings.place_code())
    .bind(settings.position)
    .bind(settings.is_visible)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    tx.audit("cms.page_placed", ("page", slug), settings).await?;
    cache::changed(&mut tx, store.0).await?;
    tx.commit().await
}
