//! Makes a key worthless.

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};
use serde_json::json;

use crate::views::ApiKeyId;

/// Makes a key worthless, from its next use on.
///
/// # Errors
///
/// `NotFound`.
pub async fn revoke_api_key(ctx: &Ctx, id: ApiKeyId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let name: Option<String> = sqlx::query_scalar(
        "update tenancy.api_keys set revoked_at = $3, revoked_by_name = $4
         where store_id = $1 and id = $2 and revoked_at is null returning name",
    )
    .bind(ctx.store_id()?.0)
    .bind(id.0)
    .bind(ctx.now())
    .bind(ctx.principal().map(|who| who.name.as_str()).unwrap_or_default())
    .fetch_optional(tx.conn())
    .await?;
    let name = name.ok_or_else(AppError::not_found)?;
    tx.audit("tenancy.api_key_revoked", ("api_key", id), json!({ "name": name })).await?;
    tx.commit().await
}
