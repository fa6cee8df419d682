//! Somebody removes one of their passkeys.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, Result, session};
use serde_json::json;

use crate::{
    server::{
        letters::{Happening, tell},
        profile::{end_others, me},
        second_factor::forget_devices,
    },
    views::PasskeyId,
};

/// Removes a passkey of one's own. All other sessions end.
///
/// # Errors
///
/// `NotFound`.
pub async fn remove_passkey(ctx: &Ctx, id: PasskeyId) -> Result<()> {
    ctx.refuse_impersonation()?;
    let me = me(ctx)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let name: Option<String> =
        sqlx::query_scalar("delete from tenancy.passkeys where user_id = $1 and id = $2 returning name")
            .bind(me.id)
            .bind(id.0)
            .fetch_optional(tx.conn())
            .await?;
    let name = name.ok_or_else(AppError::not_found)?;
    // Without any factor the codes open nothing more.
    sqlx::query(
        "delete from tenancy.recovery_codes c
         where c.user_id = $1 and not exists (select from tenancy.passkeys p where p.user_id = $1)
           and not exists (select from tenancy.second_factors f where f.user_id = $1 and f.confirmed_at is not null)",
    )
    .bind(me.id)
    .execute(tx.conn())
    .await?;
    forget_devices(&mut tx, me.id).await?;
    end_others(&mut tx, me).await?;
    tx.audit("tenancy.second_factor_removed", ("user", me.id), json!({ "kind": "passkey", "name": name })).await?;
    tx.commit().await?;
    session::rotate(ctx, me.kind).await?;
    tell(ctx, me.id, &me.email, me.locale.unwrap_or(ctx.locale()), Happening::PasskeyRemoved).await
}
