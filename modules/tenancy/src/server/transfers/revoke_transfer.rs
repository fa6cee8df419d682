//! The owner keeps the merchant after all.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, Result};
use serde_json::json;
use uuid::Uuid;

use crate::{permissions::TEAM_MANAGE, server::roles::Realm};

/// Takes the open transfer back.
///
/// # Errors
///
/// `only_owners`; `transfer_gone` when none is open.
pub async fn revoke_transfer(ctx: &Ctx) -> Result<()> {
    let merchant = ctx.merchant_id()?.0;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let held = Realm::Team(merchant).lock(&mut tx, TEAM_MANAGE).await?;
    if !held.everything() {
        return Err(AppError::conflict("only_owners").into());
    }
    let revoked: Option<Uuid> = sqlx::query_scalar(
        "update tenancy.owner_transfers set revoked_at = $2, token_hash = null
         where merchant_id = $1 and accepted_at is null and revoked_at is null returning to_user",
    )
    .bind(merchant)
    .bind(ctx.now())
    .fetch_optional(tx.conn())
    .await?;
    let user = revoked.ok_or_else(|| AppError::conflict("transfer_gone"))?;
    tx.audit("tenancy.transfer_revoked", ("user", user), json!({})).await?;
    tx.commit().await
}
