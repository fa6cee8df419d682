//! Sends an invitation again.

use orion_kernel::{AppError, Locale};
use orion_runtime::{Ctx, PlatformCtx, Result, Tx, one_time_token};
use serde_json::json;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::{
    letter::{Letter, send},
    write::VALID_FOR,
};
use crate::{
    server::roles::{Held, Realm, role_key},
    views::InvitationId,
};

/// So long after the last letter at least; and as long again as they have come so far, up to a day, so that nobody gets many.
const APART: Duration = Duration::minutes(1);
const MOST_APART: Duration = Duration::days(1);

/// An open invitation, as those who manage the team may change it.
pub(super) struct Open {
    pub(super) email: String,
    pub(super) locale: String,
    pub(super) created_at: OffsetDateTime,
    pub(super) sent_at: OffsetDateTime,
}

/// Sends it again, for another seven days. The link in the letters before does not work any more.
///
/// # Errors
///
/// `NotFound`; `beyond_your_role`; `sent_just_now`.
pub async fn resend_invitation(ctx: &Ctx, id: InvitationId) -> Result<()> {
    let realm = Realm::of(ctx)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let held = realm.lock(&mut tx, realm.managing()).await?;
    let open = lock_open(&mut tx, realm, &held, id).await?;
    let apart = (open.sent_at - open.created_at).clamp(APART, MOST_APART);
    if ctx.now() - open.sent_at < apart {
        return Err(AppError::conflict("sent_just_now").into());
    }
    let (token, hash) = one_time_token::new(ctx);
    sqlx::query(
        "update tenancy.invitations set token_hash = $3, sent_at = $4, expires_at = $5 where platform_id = $1 and id = $2",
    )
    .bind(ctx.platform_id().0)
    .bind(id.0)
    .bind(hash)
    .bind(ctx.now())
    .bind(ctx.now() + VALID_FOR)
    .execute(tx.conn())
    .await?;
    let merchant = match realm {
        Realm::Team(merchant) => Some(merchant),
        Realm::Operators(_) => None,
    };
    let inviter = ctx.principal().map(|who| who.name.clone()).unwrap_or_default();
    let locale = Locale::from_code(&open.locale).unwrap_or(ctx.locale());
    let letter = Letter { id, merchant, email: &open.email, inviter: &inviter, locale, token: &token };
    send(&mut tx, &letter).await?;
    tx.audit("tenancy.invitation_resent", ("invitation", id), json!({ "email": open.email })).await?;
    tx.commit().await
}

/// Finds an open invitation of the realm and locks it.
///
/// # Errors
///
/// `NotFound`; `beyond_your_role` and `beyond_your_stores` for one that whoever asks could not have written.
pub(super) async fn lock_open(tx: &mut Tx, realm: Realm, held: &Held, id: InvitationId) -> Result<Open> {
    let merchant = match realm {
        Realm::Team(merchant) => Some(merchant),
        Realm::Operators(_) => None,
    };
    type Row = (String, String, OffsetDateTime, OffsetDateTime, String, Option<Uuid>, Option<Vec<Uuid>>);
    let found: Option<Row> = sqlx::query_as(
        "select email, locale, created_at, sent_at, role, role_id, stores from tenancy.invitations
         where platform_id = $1 and id = $2 and merchant_id is not distinct from $3
           and accepted_at is null and revoked_at is null
           and ($4::uuid is null or stores is null or $4 = any(stores))
         for update",
    )
    .bind(tx.ctx().platform_id().0)
    .bind(id.0)
    .bind(merchant)
    .bind(tx.ctx().scope().store_id().map(|store| store.0))
    .fetch_optional(tx.conn())
    .await?;
    let (email, locale, created_at, sent_at, role, role_id, stores) = found.ok_or_else(AppError::not_found)?;
    let (_, permissions) = realm.role(tx, &role_key(&role, role_id)).await?;
    held.may_grant(&permissions)?;
    if let Realm::Team(_) = realm {
        held.may_open(stores.as_deref())?;
    }
    Ok(Open { email, locale, created_at, sent_at })
}
