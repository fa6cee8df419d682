//! Writes an invitation and its letter.

use orion_kernel::{AppError, Locale};
use orion_runtime::{Result, Tx, error::violates, one_time_token};
use time::Duration;
use uuid::Uuid;

use super::letter::{Letter, send};
use crate::{model::normalize_email, views::InvitationId};

/// How long an invitation can be accepted.
pub const VALID_FOR: Duration = Duration::days(7);
/// How many can be open for a team, those of the last day counted among them whatever became of them.
const MAX_OPEN: i64 = 100;
/// How many one address gets from a team in a day: taking one back makes no room for another letter.
const MAX_FOR_ONE: i64 = 3;

/// An invitation about to be written.
pub struct NewInvitation<'a> {
    /// The team's merchant; none for operators.
    pub merchant: Option<Uuid>,
    /// Whose address.
    pub email: &'a str,
    /// A preset's code, or `own`.
    pub role: &'a str,
    /// The own role.
    pub role_id: Option<Uuid>,
    /// `None` for all stores.
    pub stores: Option<&'a [Uuid]>,
    /// The language of the letter, unless the invited has chosen one.
    pub locale: Locale,
}

/// Writes it and sends the letter. One that has run out makes room.
///
/// # Errors
///
/// `already_invited` while another one for the address is open; `invited_too_often`, `too_many_invitations`.
pub async fn write(tx: &mut Tx, new: &NewInvitation<'_>) -> Result<InvitationId> {
    let ctx = tx.ctx().clone();
    let platform = ctx.platform_id().0;
    let email = normalize_email(new.email);
    sqlx::query(
        "update tenancy.invitations set revoked_at = $4, token_hash = null
         where platform_id = $1 and merchant_id is not distinct from $2 and email = $3
           and accepted_at is null and revoked_at is null and expires_at <= $4",
    )
    .bind(platform)
    .bind(new.merchant)
    .bind(&email)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    let (open, for_one): (i64, i64) = sqlx::query_as(
        "select count(*), count(*) filter (where email = $3 and created_at > $4 - interval '1 day')
         from tenancy.invitations
         where platform_id = $1 and merchant_id is not distinct from $2
           and (accepted_at is null and revoked_at is null or created_at > $4 - interval '1 day')",
    )
    .bind(platform)
    .bind(new.merchant)
    .bind(&email)
    .bind(ctx.now())
    .fetch_one(tx.conn())
    .await?;
    if open >= MAX_OPEN {
        return Err(AppError::conflict("too_many_invitations").with("max", MAX_OPEN).into());
    }
    if for_one >= MAX_FOR_ONE {
        return Err(AppError::conflict("invited_too_often").with("max", MAX_FOR_ONE).into());
    }
    let chosen: Option<Option<String>> = sqlx::query_scalar("select locale from tenancy.users where email = $1")
        .bind(&email)
        .fetch_optional(tx.conn())
        .await?;
    let chosen = chosen.flatten().as_deref().and_then(Locale::from_code);
    let locale = chosen.filter(|locale| ctx.scope().platform.locales.contains(locale)).unwrap_or(new.locale);
    let id: InvitationId = ctx.new_id();
    let (token, hash) = one_time_token::new(&ctx);
    let (by, by_name) = ctx.principal().map_or((None, String::new()), |who| (Some(who.id), who.name.clone()));
    let written = sqlx::query(
        "insert into tenancy.invitations (platform_id, id, merchant_id, email, role, role_id, stores, locale, token_hash,
             invited_by, invited_by_name, created_at, sent_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13)",
    )
    .bind(platform)
    .bind(id.0)
    .bind(new.merchant)
    .bind(&email)
    .bind(new.role)
    .bind(new.role_id)
    .bind(new.stores)
    .bind(locale.code())
    .bind(hash)
    .bind(by)
    .bind(&by_name)
    .bind(ctx.now())
    .bind(ctx.now() + VALID_FOR)
    .execute(tx.conn())
    .await;
    match written {
        Err(error) if violates(&error, "invitations_open_key") => {
            return Err(AppError::conflict("already_invited").into());
        }
        other => other?,
    };
    let letter = Letter { id, merchant: new.merchant, email: &email, inviter: &by_name, locale, token: &token };
    send(tx, &letter).await?;
    Ok(id)
}
