//! Whoever follows the link in the mail reads the mail of that address.

use orion_kernel::Locale;
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, error::violates, one_time_token, session};
use serde_json::json;
use uuid::Uuid;

use super::expired;
use crate::server::letters::{Happening, tell};

/// The address a link confirms; nothing for a link that works no more.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn link_email(ctx: &Ctx, token: &str) -> Result<Option<String>> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let email: Option<Option<String>> = sqlx::query_scalar(
        "select email from tenancy.user_links
         where token_hash = $1 and purpose = 'email' and platform_id = $2 and expires_at > $3",
    )
    .bind(one_time_token::hash(token))
    .bind(ctx.platform_id().0)
    .bind(ctx.now())
    .fetch_optional(tx.conn())
    .await?;
    Ok(email.flatten())
}

/// Confirms the address, which the user signs in with from now on. Their sessions go on under new tokens, and the address of
/// before is told.
///
/// # Errors
///
/// `link_expired` for a link that is too old, used, or none of ours, and when somebody else has taken the address meanwhile.
pub async fn confirm_email(ctx: &Ctx, token: &str) -> Result<()> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let used: Option<(Uuid, Option<String>)> = sqlx::query_as(
        "delete from tenancy.user_links
         where token_hash = $1 and purpose = 'email' and platform_id = $2 and expires_at > $3
         returning user_id, email",
    )
    .bind(one_time_token::hash(token))
    .bind(ctx.platform_id().0)
    .bind(ctx.now())
    .fetch_optional(tx.conn())
    .await?;
    let Some((user, Some(email))) = used else { return Err(expired().into()) };
    let (before, locale): (String, Option<String>) =
        sqlx::query_as("select email, locale from tenancy.users where id = $1 for update")
            .bind(user)
            .fetch_one(tx.conn())
            .await?;
    let changed = sqlx::query("update tenancy.users set email = $2, email_verified_at = $3 where id = $1")
        .bind(user)
        .bind(&email)
        .bind(ctx.now())
        .execute(tx.conn())
        .await;
    match changed {
        Err(error) if violates(&error, "users_email_key") => return Err(expired().into()),
        changed => changed?,
    };
    if email == before {
        tx.audit("tenancy.email_confirmed", ("user", user), json!({})).await?;
        return tx.commit().await;
    }
    // Links sent to the address of before must not open the account any more.
    sqlx::query("delete from tenancy.user_links where user_id = $1").bind(user).execute(tx.conn()).await?;
    for kind in [PrincipalKind::Operator, PrincipalKind::Member] {
        session::renew_all(&mut tx, kind, user).await?;
    }
    tx.audit("tenancy.email_changed", ("user", user), json!({})).await?;
    tx.commit().await?;
    let locale = locale.as_deref().and_then(Locale::from_code).unwrap_or(ctx.locale());
    tell(ctx, user, &before, locale, Happening::EmailChanged).await
}
