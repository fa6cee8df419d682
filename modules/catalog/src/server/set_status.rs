//! Publishes products, takes them out of the shop, or archives them.

use orion_contracts::ProductId;
use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};
use uuid::Uuid;

use crate::model::ProductStatus;

/// Most products at a time.
const MAX_BULK: usize = 200;

/// Changes the state of products. One that is in it already is fine.
///
/// # Errors
///
/// `NotFound` when the store has none of them; `Invalid` when none or too many are chosen.
pub async fn set_status(ctx: &Ctx, ids: &[ProductId], status: ProductStatus) -> Result<()> {
    if ids.is_empty() || ids.len() > MAX_BULK {
        return Err(AppError::invalid("select_products").with("max", MAX_BULK).into());
    }
    let own: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let mut tx = ctx.begin().await?;
    let is_any_there: bool =
        sqlx::query_scalar("select exists (select from catalog.products where store_id = $1 and id = any($2))")
            .bind(ctx.store_id()?.0)
            .bind(&own)
            .fetch_one(tx.conn())
            .await?;
    if !is_any_there {
        return Err(AppError::not_found().into());
    }
    let changed: Vec<Uuid> = sqlx::query_scalar(
        "update catalog.products set status = $3, updated_at = $4,
            published_at = case when $3 = 'published' then coalesce(published_at, $4) else published_at end
        where store_id = $1 and id = any($2) and status <> $3 returning id",
    )
    .bind(ctx.store_id()?.0)
    .bind(&own)
    .bind(status.code())
    .bind(ctx.now())
    .fetch_all(tx.conn())
    .await?;
    for id in changed {
        tx.audit("products.status_changed", ("product", id), status).await?;
    }
    tx.commit().await
}
