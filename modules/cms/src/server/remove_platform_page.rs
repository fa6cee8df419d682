//! A platform gives up a page.

use orion_kernel::AppError;
use orion_runtime::{PlatformCtx, Result};

use super::cache;
use crate::model::PageScope;

/// Deletes the page. Stores that have customised it keep theirs.
pub async fn remove_platform_page(ctx: &PlatformCtx, scope: PageScope, slug: &str) -> Result<()> {
    let platform = ctx.platform_id();
    let mut tx = ctx.begin().await?;
    let removed = sqlx::query("delete from cms.platform_pages where platform_id = $1 and scope = $2 and slug = $3")
        .bind(platform.0)
        .bind(scope.code())
        .bind(slug)
        .execute(tx.conn())
        .await?;
    if removed.rows_affected() == 0 {
        return Err(AppError::not_found().into());
    }
    tx.audit("cms.platform_page_removed", ("page", slug), scope).await?;
    cache::changed(&mut tx, platform.0).await?;
    tx.commit().await
}
