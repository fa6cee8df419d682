//! Removes a product for good. Orders keep what they say of it.

use orion_contracts::ProductId;
use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};

/// Removes a product with its variants and pictures.
///
/// # Errors
///
/// `NotFound`.
pub async fn delete_product(ctx: &Ctx, id: ProductId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let slug: String =
        sqlx::query_scalar("delete from catalog.products where store_id = $1 and id = $2 returning slug")
            .bind(ctx.store_id()?.0)
            .bind(id.0)
            .fetch_optional(tx.conn())
            .await?
            .ok_or_else(AppError::not_found)?;
    tx.audit("products.deleted", ("product", id), slug).await?;
    tx.commit().await
}
