//! What the storefront says around its goods: reading and writing one language of it.

use orion_kernel::{AppError, Locale};
use orion_runtime::{Ctx, Result};

use super::{cache, forms::StoreTexts, pictures};
use crate::views::TextsEditor;

/// The texts in the language asked for, or the store's first.
pub async fn edit_store_texts(ctx: &Ctx, locale: Option<Locale>) -> Result<TextsEditor> {
    let store = ctx.store()?;
    let locale = locale.or_else(|| store.locales.first().copied()).unwrap_or(Locale::En);
    if !store.locales.contains(&locale) {
        return Err(AppError::not_found().into());
    }
    let mut tx = ctx.begin().await?;
    let texts: Option<(String, String, String, String)> = sqlx::query_as(
        "select announcement, tagline, hero_title, hero_text from cms.store_texts where store_id = $1 and locale = $2",
    )
    .bind(store.id.0)
    .bind(locale.code())
    .fetch_optional(tx.conn())
    .await?;
    let (announcement, tagline, hero_title, hero_text) = texts.unwrap_or_default();
    let picture = pictures::hero(&mut tx, store.id).await?;
    Ok(TextsEditor { locales: store.locales.clone(), locale, announcement, tagline, hero_title, hero_text, picture })
}

/// Writes one language.
pub async fn save_store_texts(ctx: &Ctx, locale: Locale, texts: &StoreTexts) -> Result<()> {
    texts.check()?;
    let store = ctx.store()?;
    if !store.locales.contains(&locale) {
        return Err(AppError::not_found().into());
    }
    let mut tx = ctx.begin().await?;
    sqlx::query(
        "insert into cms.store_texts (store_id, locale, announcement, tagline, hero_title, hero_text)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (store_id, locale)
         do update set announcement = excluded.announcement, tagline = excluded.tagline,
                       hero_title = excluded.hero_title, hero_text = excluded.hero_text",
    )
    .bind(store.id.0)
    .bind(locale.code())
    .bind(texts.announcement.trim())
    .bind(texts.tagline.trim())
    .bind(texts.hero_title.trim())
    .bind(texts.hero_text.trim())
    .execute(tx.conn())
    .await?;
    tx.audit("cms.texts_written", ("store", store.id), locale.code()).await?;
    cache::changed(&mut tx, store.id.0).await?;
    tx.commit().await
}
