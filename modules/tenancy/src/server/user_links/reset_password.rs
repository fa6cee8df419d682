//! A user has forgotten their password.

use orion_kernel::{Check, Locale};
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, even_time::EvenTime, one_time_token, password, session};
use serde_json::json;
use uuid::Uuid;

use super::{SendLink, VALID_FOR, expired};
use crate::{
    model::normalize_email,
    server::{
        letters::{Happening, tell},
        second_factor::forget_devices,
    },
};

/// Has a link mailed to the user with this address, if there is one at this door. The same statements run for everybody and the
/// mail is written later, so nobody can tell, not by the time either. One link a minute is enough.
///
/// # Errors
///
/// A fault of the field `email`.
pub async fn request_reset(ctx: &Ctx, email: &str) -> Result<()> {
    let mut check = Check::new();
    check.email("email", email.trim());
    check.finish()?;
    let even = EvenTime::begin();
    let kind = PrincipalKind::of(ctx.scope().frontend);
    let id: Uuid = ctx.new_id();
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    sqlx::query(
        "insert into tenancy.user_links (id, user_id, purpose, platform_id, created_at, expires_at)
         select $1, u.id, 'password', $3, $4, $5
         from tenancy.users u
         where u.email = $2
           and not exists (select from tenancy.user_locks l where l.platform_id = $3 and l.user_id = u.id)
           and not exists (select from tenancy.user_links l
                           where l.user_id = u.id and l.purpose = 'password' and l.created_at > $4 - interval '1 minute')
           and case when $6 = 'operator'
               then exists (select from tenancy.operators o where o.platform_id = $3 and o.user_id = u.id)
               else exists (select from tenancy.memberships m join tenancy.merchants c on c.id = m.merchant_id
                            where m.user_id = u.id and c.platform_id = $3) end",
    )
    .bind(id)
    .bind(normalize_email(email))
    .bind(ctx.platform_id().0)
    .bind(ctx.now())
    .bind(ctx.now() + VALID_FOR)
    .bind(kind.code())
    .execute(tx.conn())
    .await?;
    tx.enqueue(&SendLink { link: id, in_admin: kind == PrincipalKind::Operator }).await?;
    tx.commit().await?;
    even.pass().await;
    Ok(())
}

/// Sets the password of the user a link was sent to. Their links, trusted devices and sessions end; nobody is signed in by it, so a
/// second factor is asked for as always.
///
/// # Errors
///
/// `link_expired` for a link that is too old, used, or none of ours; faults of the field `password`.
pub async fn reset_password(ctx: &Ctx, token: &str, new: String) -> Result<()> {
    let hash = one_time_token::hash(token);
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let found: Option<(Uuid, String, String, Option<String>)> = sqlx::query_as(
        "select u.id, u.name, u.email, u.locale
         from tenancy.user_links l join tenancy.users u on u.id = l.user_id
         where l.token_hash = $1 and l.purpose = 'password' and l.platform_id = $2 and l.expires_at > $3",
    )
    .bind(&hash)
    .bind(ctx.platform_id().0)
    .bind(ctx.now())
    .fetch_optional(tx.conn())
    .await?;
    // Hashing takes its time; nobody waits for this connection meanwhile.
    tx.commit().await?;
    let (user, name, email, locale) = found.ok_or_else(expired)?;
    password::check("password", &new, &[&name, &email])?;
    let phc = password::hash(new).await.map_err(orion_kernel::AppError::from)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    // Whoever deletes the link first has used it.
    let used =
        sqlx::query("delete from tenancy.user_links where token_hash = $1").bind(&hash).execute(tx.conn()).await?;
    if used.rows_affected() == 0 {
        return Err(expired().into());
    }
    sqlx::query("delete from tenancy.user_links where user_id = $1 and purpose = 'password'")
        .bind(user)
        .execute(tx.conn())
        .await?;
    // Whoever used the link reads the mail of that address.
    sqlx::query(
        "update tenancy.users set password_hash = $2, email_verified_at = coalesce(email_verified_at, $3) where id = $1",
    )
    .bind(user)
    .bind(phc)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    sqlx::query("delete from tenancy.challenges where user_id = $1").bind(user).execute(tx.conn()).await?;
    forget_devices(&mut tx, user).await?;
    for kind in [PrincipalKind::Operator, PrincipalKind::Member] {
        session::end_all_in(&mut tx, kind, user, None).await?;
    }
    tx.audit("tenancy.password_reset", ("user", user), json!({})).await?;
    tx.commit().await?;
    let locale = locale.as_deref().and_then(Locale::from_code).unwrap_or(ctx.locale());
    tell(ctx, user, &email, locale, Happening::PasswordChanged).await
}
