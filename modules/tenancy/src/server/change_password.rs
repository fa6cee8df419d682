//! Changes the password of whoever is signed in.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, password, session};
use serde_json::json;

use super::profile::me;

/// Changes the password of whoever knows the current one. All their sessions end but this one, which gets a new token.
///
/// # Errors
///
/// Faults of the fields `current_password` (`wrong_password`) and `new_password`.
pub async fn change_password(ctx: &Ctx, current: String, new: String) -> Result<()> {
    let me = me(ctx)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let hash: Option<String> = sqlx::query_scalar("select password_hash from tenancy.users where id = $1 for update")
        .bind(me.id)
        .fetch_optional(tx.conn())
        .await?;
    let hash = hash.ok_or_else(AppError::not_found)?;
    if !password::verify(current, hash).await.map_err(AppError::from)? {
        return Err(AppError::field("current_password", "wrong_password").into());
    }
    password::check("new_password", &new, &[&me.name, &me.email])?;
    let hash = password::hash(new).await.map_err(AppError::from)?;
    sqlx::query("update tenancy.users set password_hash = $2 where id = $1")
        .bind(me.id)
        .bind(hash)
        .execute(tx.conn())
        .await?;
    tx.audit("tenancy.password_changed", ("user", me.id), json!({})).await?;
    tx.commit().await?;
    for kind in [PrincipalKind::Operator, PrincipalKind::Member] {
        session::sign_out_everywhere(ctx.app(), kind, me.id).await?;
    }
    session::sign_in(ctx, me.kind, me.id, None).await?;
    Ok(())
}
