//! A platform changes a page.

use orion_kernel::{AppError, Locale};
use orion_runtime::{PlatformCtx, Result};

use super::{
    cache,
    clean_html::clean_html,
    forms::{PageSettings, PageText},
};
use crate::model::PageScope;

/// Writes one language.
pub async fn save_platform_page_text(
    ctx: &PlatformCtx,
    scope: PageScope,
    slug: &str,
    locale: Locale,
    text: &PageText,
) -> Result<()> {
    text.check()?;
    let platform = &ctx.scope().platform;
    if !platform.locales.contains(&locale) {
        return Err(AppError::not_found().into());
    }
    let mut tx = ctx.begin().await?;
    let found = sqlx::query(
        "update cms.platform_pages set updated_at = $4 where platform_id = $1 and scope = $2 and slug = $3",
    )
    .bind(platform.id.0)
    .bind(scope.code())
    .bind(slug)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    if found.rows_affected() == 0 {
        return Err(AppError::not_found().into());
    }
    sqlx::query(
        "insert into cms.platform_page_texts (platform_id, scope, slug, locale, title, description, body_html)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (platform_id, scope, slug, locale)
         do update set title = excluded.title, description = excluded.description, body_html = excluded.body_html",
    )
    .bind(platform.id.0)
    .bind(scope.code())
    .bind(slug)
    .bind(locale.code())
    .bind(text.title.trim())
    .bind(text.description.trim())
    .bind(clean_html(&text.body_html))
    .execute(tx.conn())
    .await?;
    tx.audit("cms.platform_page_written", ("page", slug), (scope, locale.code())).await?;
    cache::changed(&mut tx, platform.id.0).await?;
    tx.commit().await
}

/// Decides where it is linked and whether visitors see it.
pub async fn save_platform_page_settings(
    ctx: &PlatformCtx,
    scope: PageScope,
    slug: &str,
    settings: &PageSettings,
) -> Result<()> {
    settings.check()?;
    let platform = ctx.platform_id();
    let mut tx = ctx.begin().await?;
    let found = sqlx::query(
        "update cms.platform_pages set place = $4, position = $5, is_visible = $6, updated_at = $7
         where platform_id = $1 and scope = $2 and slug = $3",
    )
    .bind(platform.0)
    .bind(scope.code())
    .bind(slug)
    .bind(settings.place_code())
    .bind(settings.position)
    .bind(settings.is_visible)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    if found.rows_affected() == 0 {
        return Err(AppError::not_found().into());
    }
    tx.audit("cms.platform_page_placed", ("page", slug), (scope, settings)).await?;
    cache::changed(&mut tx, platform.0).await?;
    tx.commit().await
}
