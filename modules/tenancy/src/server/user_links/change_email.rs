//! A user wants another address, or confirms the one they have. It counts once the link in the mail to it was followed.

use orion_kernel::{AppError, Check};
use orion_runtime::{Ctx, PlatformCtx, Result};
use serde_json::json;
use uuid::Uuid;

use super::{SendLink, VALID_FOR};
use crate::{
    model::normalize_email,
    server::profile::{confirm_password, me},
};

/// Has a link mailed to the new address. Whether somebody has that address already shows to nobody but its owner.
///
/// # Errors
///
/// A fault of the field `email`; `wrong_password` for the field `current_password`.
pub async fn change_email(ctx: &Ctx, email: &str, current: String) -> Result<()> {
    ctx.refuse_impersonation()?;
    let me = me(ctx)?;
    let email = normalize_email(email);
    let mut check = Check::new();
    check.email("email", &email);
    check.when(email == me.email, "email", "email_unchanged");
    check.finish()?;
    confirm_password(ctx, current).await?;
    send(ctx, &email).await
}

/// Has a link mailed to the address of now.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn verify_email(ctx: &Ctx) -> Result<()> {
    ctx.refuse_impersonation()?;
    let me = me(ctx)?;
    send(ctx, &me.email).await
}

async fn send(ctx: &Ctx, email: &str) -> Result<()> {
    let me = me(ctx)?;
    let id: Uuid = ctx.new_id();
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let lately: bool = sqlx::query_scalar(
        "select count(*) >= 3 from tenancy.user_links
         where user_id = $1 and purpose = 'email' and created_at > $2 - interval '10 minutes'",
    )
    .bind(me.id)
    .bind(ctx.now())
    .fetch_one(tx.conn())
    .await?;
    if lately {
        return Err(AppError::rate_limited().with("retry_after_secs", 600).into());
    }
    sqlx::query(
        "insert into tenancy.user_links (id, user_id, purpose, platform_id, email, created_at, expires_at)
         values ($1, $2, 'email', $3, $4, $5, $6)",
    )
    .bind(id)
    .bind(me.id)
    .bind(ctx.platform_id().0)
    .bind(email)
    .bind(ctx.now())
    .bind(ctx.now() + VALID_FOR)
    .execute(tx.conn())
    .await?;
    tx.audit("tenancy.email_link_sent", ("user", me.id), json!({})).await?;
    tx.enqueue(&SendLink { link: id, in_admin: false }).await?;
    tx.commit().await
}
