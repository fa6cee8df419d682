//! Takes an invitation back.

use orion_runtime::{Ctx, PlatformCtx, Result};
use serde_json::json;

use super::resend::lock_open;
use crate::{server::roles::Realm, views::InvitationId};

/// Takes it back: its link does not work any more.
///
/// # Errors
///
/// `NotFound`; `beyond_your_role`.
pub async fn revoke_invitation(ctx: &Ctx, id: InvitationId) -> Result<()> {
    let realm = Realm::of(ctx)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let held = realm.lock(&mut tx, realm.managing()).await?;
    let open = lock_open(&mut tx, realm, &held, id).await?;
    sqlx::query("update tenancy.invitations set revoked_at = $3, token_hash = null where platform_id = $1 and id = $2")
        .bind(ctx.platform_id().0)
        .bind(id.0)
        .bind(ctx.now())
        .execute(tx.conn())
        .await?;
    tx.audit("tenancy.invitation_revoked", ("invitation", id), json!({ "email": open.email })).await?;
    tx.commit().await
}
