//! Changes the password of whoever is signed in.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, Result, password, session};
use serde_json::json;

use super::{
    letters::{Happening, tell},
    profile::{confirm_password, end_others, me},
    second_factor::forget_devices,
};

/// Changes the password of whoever knows the current one. All their sessions end but this one, which gets a new token, and they
/// are told by mail.
///
/// # Errors
///
/// Faults of the fields `current_password` (`wrong_password`) and `new_password`.
pub async fn change_password(ctx: &Ctx, current: String, new: String) -> Result<()> {
    ctx.refuse_impersonation()?;
    let me = me(ctx)?;
    confirm_password(ctx, current).await?;
    password::check("new_password", &new, &[&me.name, &me.email])?;
    let hash = password::hash(new).await.map_err(AppError::from)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    sqlx::query("update tenancy.users set password_hash = $2 where id = $1")
        .bind(me.id)
        .bind(hash)
        .execute(tx.conn())
        .await?;
    sqlx::query("delete from tenancy.user_links where user_id = $1 and purpose = 'password'")
        .bind(me.id)
        .execute(tx.conn())
        .await?;
    forget_devices(&mut tx, me.id).await?;
    end_others(&mut tx, me).await?;
    tx.audit("tenancy.password_changed", ("user", me.id), json!({})).await?;
    tx.commit().await?;
    session::rotate(ctx, me.kind).await?;
    tell(ctx, me.id, &me.email, me.locale.unwrap_or(ctx.locale()), Happening::PasswordChanged).await
}
