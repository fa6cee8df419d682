//! Takes a way of shipping out of the store's offer.

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};
use serde_json::json;

use crate::views::RateId;

/// Removes a rate. Orders keep the name and the price they were placed with.
///
/// # Errors
///
/// `NotFound`.
pub async fn remove_rate(ctx: &Ctx, id: RateId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let code: Option<String> =
        sqlx::query_scalar("delete from tenancy.shipping_rates where store_id = $1 and id = $2 returning code")
            .bind(ctx.store_id()?.0)
            .bind(id.0)
            .fetch_optional(tx.conn())
            .await?;
    let code = code.ok_or_else(AppError::not_found)?;
    tx.audit("tenancy.shipping_rate_removed", ("shipping_rate", id), json!({ "code": code })).await?;
    tx.commit().await
}
