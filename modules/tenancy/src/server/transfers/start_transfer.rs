//! The owner asks somebody of the team to take over.

use orion_kernel::{AppError, Locale, UserId};
use orion_runtime::{Ctx, PlatformCtx, Result, Tx, error::violates, one_time_token, password, throttle};
use serde_json::json;
use time::Duration;
use uuid::Uuid;

use super::letters::{Letter, tell};
use crate::{model::EVERYTHING, paths, permissions::TEAM_MANAGE, server::roles::Realm};

/// How long the new owner has time to accept.
const VALID_FOR: Duration = Duration::days(3);

/// Asks somebody to take over; nothing changes until they accept. Both get a mail.
///
/// # Errors
///
/// `only_owners`; `wrong_password`; `NotFound` for somebody who is not in the team; `owner_stays` for an owner;
/// `transfer_pending` while another transfer is open.
pub async fn start_transfer(ctx: &Ctx, user: UserId, password: String) -> Result<()> {
    ctx.refuse_impersonation()?;
    let me = ctx.principal().ok_or_else(AppError::unauthenticated)?;
    let merchant = ctx.merchant_id()?.0;
    if !me.permissions.iter().any(|held| held == EVERYTHING) {
        return Err(AppError::conflict("only_owners").into());
    }
    prove(ctx, password).await?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    // Once more, for that may have changed meanwhile.
    let held = Realm::Team(merchant).lock(&mut tx, TEAM_MANAGE).await?;
    if !held.everything() {
        return Err(AppError::conflict("only_owners").into());
    }
    let (name, email, locale) = colleague(&mut tx, merchant, user).await?;
    sqlx::query(
        "update tenancy.owner_transfers set revoked_at = $2, token_hash = null
         where merchant_id = $1 and accepted_at is null and revoked_at is null and expires_at <= $2",
    )
    .bind(merchant)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    let offered = &ctx.scope().platform.locales;
    let locale = locale.as_deref().and_then(Locale::from_code).filter(|locale| offered.contains(locale));
    let locale = locale.unwrap_or(ctx.locale());
    let (token, hash) = one_time_token::new(ctx);
    let id: Uuid = ctx.new_id();
    let written = sqlx::query(
        "insert into tenancy.owner_transfers (merchant_id, id, from_user, to_user, token_hash, locale, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(merchant)
    .bind(id)
    .bind(me.id)
    .bind(user.0)
    .bind(hash)
    .bind(locale.code())
    .bind(ctx.now())
    .bind(ctx.now() + VALID_FOR)
    .execute(tx.conn())
    .await;
    match written {
        Err(error) if violates(&error, "owner_transfers_open_key") => {
            return Err(AppError::conflict("transfer_pending").into());
        }
        other => other?,
    };
    let link = paths::transfer(&token);
    let asked = Letter::Asked { from: &me.name, link: &link };
    tell(&mut tx, merchant, id, &email, locale, &asked).await?;
    tell(&mut tx, merchant, id, &me.email, me.locale.unwrap_or(ctx.locale()), &Letter::Started { to: &name }).await?;
    tx.audit("tenancy.transfer_started", ("user", user), json!({ "to": name })).await?;
    tx.commit().await
}

/// Whoever asks shows their password again.
async fn prove(ctx: &Ctx, password: String) -> Result<()> {
    let me = ctx.principal().ok_or_else(AppError::unauthenticated)?;
    let account = format!("user:{}", me.email);
    throttle::check(ctx, "sign_in", &account).await?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let hash: Option<String> = sqlx::query_scalar("select password_hash from tenancy.users where id = $1")
        .bind(me.id)
        .fetch_optional(tx.conn())
        .await?;
    tx.commit().await?;
    let hash = hash.ok_or_else(AppError::not_found)?;
    if !password::verify(password, hash).await.map_err(AppError::from)? {
        throttle::failed(ctx, "sign_in", &account).await?;
        return Err(AppError::field("password", "wrong_password").into());
    }
    throttle::succeeded(ctx, "sign_in", &account).await
}

/// Somebody of the team who is no owner: name, address, language.
async fn colleague(tx: &mut Tx, merchant: Uuid, user: UserId) -> Result<(String, String, Option<String>)> {
    let found: Option<(String, String, Option<String>, bool)> = sqlx::query_as(
        "select u.name, u.email, u.locale, bool_or(m.role = 'owner')
         from tenancy.memberships m join tenancy.users u on u.id = m.user_id
         where m.merchant_id = $1 and m.user_id = $2 group by u.id",
    )
    .bind(merchant)
    .bind(user.0)
    .fetch_optional(tx.conn())
    .await?;
    match found.ok_or_else(AppError::not_found)? {
        (.., true) => Err(AppError::conflict("owner_stays").into()),
        (name, email, locale, false) => Ok((name, email, locale)),
    }
}
