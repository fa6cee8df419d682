//! A store takes over a page that it has from its platform.

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result, Tx};

use super::cache;

/// Copies the platform's page, in every language, so that the store can change it.
pub async fn customise_page(ctx: &Ctx, slug: &str) -> Result<()> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    if !take_over(&mut tx, slug).await? {
        return Err(AppError::not_found().into());
    }
    tx.audit("cms.page_customised", ("page", slug), ()).await?;
    cache::changed(&mut tx, store.0).await?;
    tx.commit().await
}

/// Makes sure that the store has the page itself, and says whether there is one at all.
pub(super) async fn take_over(tx: &mut Tx, slug: &str) -> Result<bool> {
    let (store, platform, now) = (tx.ctx().store_id()?, tx.ctx().platform_id(), tx.now());
    let copied = sqlx::query(
        "insert into cms.store_pages (store_id, slug, place, position, is_visible, updated_at)
         select $1, slug, place, position, is_visible, $4 from cms.platform_pages
         where platform_id = $2 and scope = 'store_default' and slug = $3 and is_visible
         on conflict (store_id, slug) do nothing",
    )
    .bind(store.0)
    .bind(platform.0)
    .bind(slug)
    .bind(now)
    .execute(tx.conn())
    .await?;
    if copied.rows_affected() > 0 {
        sqlx::query(
            "insert into cms.store_page_texts (store_id, slug, locale, title, description, body_html)
             select $1, slug, locale, title, description, body_html from cms.platform_page_texts
             where platform_id = $2 and scope = 'store_default' and slug = $3",
        )
        .bind(store.0)
        .bind(platform.0)
        .bind(slug)
        .execute(tx.conn())
        .await?;
        return Ok(true);
    }
    let exists = sqlx::query_scalar("select exists (select from cms.store_pages where store_id = $1 and slug = $2)")
        .bind(store.0)
        .bind(slug)
        .fetch_one(tx.conn())
        .await?;
    Ok(exists)
}
