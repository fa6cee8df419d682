//! What stands at the top of the storefront?

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};
use orion_ui::Picture;

use super::{cache, page_links::default_locale, pictures};
use crate::views::StorefrontHome;

/// The texts in the page's language or the closest there is, and the picture.
pub async fn storefront_home(ctx: &Ctx) -> Result<StorefrontHome, AppError> {
    cache::pages(ctx.app()).home(ctx, load(ctx)).await
}

async fn load(ctx: &Ctx) -> Result<StorefrontHome> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let texts: Option<(String, String, String)> = sqlx::query_as(
        "select hero_title, hero_text, tagline from cms.store_texts where store_id = $1
         order by locale = $2 desc, locale = $3 desc, locale limit 1",
    )
    .bind(store.0)
    .bind(ctx.locale().code())
    .bind(default_locale(ctx).code())
    .fetch_optional(tx.conn())
    .await?;
    let (title, text, tagline) = texts.unwrap_or_default();
    let picture: Option<Picture> = pictures::hero(&mut tx, store).await?;
    Ok(StorefrontHome { title, text, tagline, picture })
}
