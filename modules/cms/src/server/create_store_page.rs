//! A store writes a page of its own.

use orion_kernel::{AppError, Locale};
use orion_runtime::{Ctx, Result};

use super::{cache, forms::check_new};

/// Makes a page with a title in the store's first language, linked in the footer and hidden until it is written.
pub async fn create_store_page(ctx: &Ctx, slug: &str, title: &str) -> Result<()> {
    check_new(slug, title)?;
    let store = ctx.store()?;
    let locale = store.locales.first().copied().unwrap_or(Locale::En);
    let mut tx = ctx.begin().await?;
    let made = sqlx::query(
        "insert into cms.store_pages (store_id, slug, place, position, is_visible, updated_at)
         select $1, $2, 'footer', 100, false, $4
         where not exists (select from cms.platform_pages d
                           where d.platform_id = $3 and d.scope = 'store_default' and d.slug = $2)
         on conflict (store_id, slug) do nothing",
    )
    .bind(store.id.0)
    .bind(slug)
    .bind(ctx.platform_id().0)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    if made.rows_affected() == 0 {
        return Err(AppError::field("slug", "page_exists").into());
    }
    sqlx::query(
        "insert into cms.store_page_texts (store_id, slug, locale, title, description, body_html)
         values ($1, $2, $3, $4, '', '')",
    )
    .bind(store.id.0)
    .bind(slug)
    .bind(locale.code())
    .bind(title.trim())
    .execute(tx.conn())
    .await?;
    tx.audit("cms.page_created", ("page", slug), ()).await?;
    cache::changed(&mut tx, store.id.0).await?;
    tx.commit().await
}
