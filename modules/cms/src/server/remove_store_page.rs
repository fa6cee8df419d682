//! A store gives up a page of its own.

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};

use super::cache;

/// Deletes the page. Where the platform has one of the same slug, shoppers read that again.
pub async fn remove_store_page(ctx: &Ctx, slug: &str) -> Result<()> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let removed = sqlx::query("delete from cms.store_pages where store_id = $1 and slug = $2")
        .bind(store.0)
        .bind(slug)
        .execute(tx.conn())
        .await?;
    if removed.rows_affected() == 0 {
        return Err(AppError::not_found().into());
    }
    tx.audit("cms.page_removed", ("page", slug), ()).await?;
    cache::changed(&mut tx, store.0).await?;
    tx.commit().await
}
