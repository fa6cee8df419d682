//! A platform writes a page, for itself or for its stores.

use orion_kernel::{AppError, Locale};
use orion_runtime::{PlatformCtx, Result};

use super::{cache, forms::check_new};
use crate::model::PageScope;

/// Makes a page with a title in the platform's first language, linked in the footer and hidden until it is written.
pub async fn create_platform_page(ctx: &PlatformCtx, scope: PageScope, slug: &str, title: &str) -> Result<()> {
    check_new(slug, title)?;
    let platform = &ctx.scope().platform;
    let locale = platform.locales.first().copied().unwrap_or(Locale::En);
    let mut tx = ctx.begin().await?;
    let made = sqlx::query(
        "insert into cms.platform_pages (platform_id, scope, slug, place, position, is_visible, updated_at)
         values ($1, $2, $3, 'footer', 100, false, $4)
         on conflict (platform_id, scope, slug) do nothing",
    )
    .bind(platform.id.0)
    .bind(scope.code())
    .bind(slug)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    if made.rows_affected() == 0 {
        return Err(AppError::field("slug", "page_exists").into());
    }
    sqlx::query(
        "insert into cms.platform_page_texts (platform_id, scope, slug, locale, title, description, body_html)
         values ($1, $2, $3, $4, $5, '', '')",
    )
    .bind(platform.id.0)
    .bind(scope.code())
    .bind(slug)
    .bind(locale.code())
    .bind(title.trim())
    .execute(tx.conn())
    .await?;
    tx.audit("cms.platform_page_created", ("page", slug), scope).await?;
    cache::changed(&mut tx, platform.id.0).await?;
    tx.commit().await
}
