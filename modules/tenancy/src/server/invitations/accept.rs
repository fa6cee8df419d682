//! Whoever is not signed in accepts an invitation: with a new account, or with the password of theirs.

use orion_kernel::{AppError, Check};
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, Tx, error::violates, password, session, throttle};
use uuid::Uuid;

use super::{
    join::{accept, gone, somebody_elses},
    open::{Invitation, find},
};
use crate::paths;

/// Accepts the invitation, and says where to go. A new account is signed in; one that was there signs in as always, with
/// its second factor.
///
/// # Errors
///
/// `invitation_gone`; `invitation_of_somebody_else` while somebody else is signed in; `wrong_password`; faults of the fields
/// `name` and `password`.
pub async fn accept_invitation(ctx: &Ctx, token: &str, name: &str, password: String) -> Result<String> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let invitation = find(&mut tx, token).await?.ok_or_else(gone)?;
    if ctx.principal().is_some_and(|who| who.email != invitation.email) {
        return Err(somebody_elses().into());
    }
    let known: Option<(String, String)> = match invitation.user_id {
        Some(user) => {
            sqlx::query_as("select name, password_hash from tenancy.users where id = $1")
                .bind(user)
                .fetch_optional(tx.conn())
                .await?
        }
        None => None,
    };
    // Hashing takes its time; nobody waits for this row meanwhile.
    tx.commit().await?;
    match (invitation.user_id, known) {
        (Some(user), Some((name, hash))) => as_known(ctx, token, &invitation, user, &name, hash, password).await,
        _ => as_new(ctx, token, &invitation, name, password).await,
    }
}

async fn as_known(
    ctx: &Ctx,
    token: &str,
    invitation: &Invitation,
    user: Uuid,
    name: &str,
    hash: String,
    password: String,
) -> Result<String> {
    let account = format!("user:{}", invitation.email);
    throttle::check(ctx, "sign_in", &account).await?;
    if !password::verify(password, hash).await.map_err(AppError::from)? {
        throttle::failed(ctx, "sign_in", &account).await?;
        return Err(AppError::field("password", "wrong_password").into());
    }
    throttle::succeeded(ctx, "sign_in", &account).await?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let still = find(&mut tx, token).await?.filter(|still| still.user_id == Some(user)).ok_or_else(gone)?;
    let landing = accept(&mut tx, &still, user, name).await?;
    tx.commit().await?;
    Ok(door(ctx, invitation, &landing))
}

async fn as_new(ctx: &Ctx, token: &str, invitation: &Invitation, name: &str, password: String) -> Result<String> {
    let mut check = Check::new();
    check.text("name", name, 1..=120);
    let faults = [check.finish().err(), password::check("password", &password, &[name, &invitation.email]).err()];
    let faults: Vec<_> = faults.into_iter().flatten().flat_map(|error| error.fields).collect();
    if !faults.is_empty() {
        return Err(AppError::from_fields(faults).into());
    }
    let hash = password::hash(password).await.map_err(AppError::from)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let still = find(&mut tx, token).await?.filter(|still| still.user_id.is_none()).ok_or_else(gone)?;
    let user = create_user(&mut tx, &still, name.trim(), &hash).await?;
    let landing = accept(&mut tx, &still, user, name.trim()).await?;
    tx.commit().await?;
    if still.merchant_id.is_none() {
        return Ok(door(ctx, &still, &landing));
    }
    session::sign_in(ctx, PrincipalKind::Member, user, None).await?;
    Ok(landing)
}

async fn create_user(tx: &mut Tx, invitation: &Invitation, name: &str, hash: &str) -> Result<Uuid> {
    let id: Uuid = tx.new_id();
    let written =
        sqlx::query("insert into tenancy.users (id, email, password_hash, name, locale) values ($1, $2, $3, $4, $5)")
            .bind(id)
            .bind(&invitation.email)
            .bind(hash)
            .bind(name)
            .bind(tx.ctx().locale().code())
            .execute(tx.conn())
            .await;
    match written {
        Err(error) if violates(&error, "users_email_key") => Err(gone().into()),
        other => {
            other?;
            Ok(id)
        }
    }
}

/// Where the person signs in, to be led on from there.
fn door(ctx: &Ctx, invitation: &Invitation, landing: &str) -> String {
    let door = match invitation.merchant_id {
        Some(_) => paths::SIGN_IN.to_owned(),
        None => format!("/admin{}", paths::SIGN_IN),
    };
    format!("{}{door}?next={landing}", ctx.scope().base)
}
