//! Invites somebody.

use orion_kernel::{AppError, Check, Locale, MerchantId, PlatformId};
use orion_runtime::{Ctx, PlatformCtx, Result, Tx};
use serde_json::json;
use uuid::Uuid;

use super::write::{NewInvitation, write};
use crate::{
    forms::MemberInput,
    model::{RoleKey, normalize_email},
    server::{
        roles::{Realm, role_code},
        team::chosen_stores,
    },
    views::InvitationId,
};

/// Invites somebody into the team or among the operators, wherever whoever asks works.
///
/// # Errors
///
/// `beyond_your_role`, `beyond_your_stores`; `NotFound` for another merchant's role or store; `already_in_team`,
/// `already_invited`; faults of the fields.
pub async fn invite(ctx: &Ctx, email: &str, input: &MemberInput) -> Result<InvitationId> {
    let mut check = Check::new();
    check.email("email", email.trim());
    check.finish()?;
    let realm = Realm::of(ctx)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let held = realm.lock(&mut tx, realm.managing()).await?;
    let (key, permissions) = realm.role(&mut tx, &input.role).await?;
    if key == RoleKey::Preset("owner") {
        return Err(AppError::field("role", "invalid_choice").into());
    }
    held.may_grant(&permissions)?;
    let stores = match realm {
        Realm::Team(merchant) => chosen_stores(&mut tx, merchant, &held, input).await?,
        Realm::Operators(_) => None,
    };
    let email = normalize_email(email);
    let is_there: bool = sqlx::query_scalar(realm.sql(
        "select exists (select from tenancy.memberships m join tenancy.users u on u.id = m.user_id
                        where m.merchant_id = $1 and u.email = $2)",
        "select exists (select from tenancy.operators o join tenancy.users u on u.id = o.user_id
                        where o.platform_id = $1 and u.email = $2)",
    ))
    .bind(realm.id())
    .bind(&email)
    .fetch_one(tx.conn())
    .await?;
    if is_there {
        return Err(AppError::field("email", "already_in_team").into());
    }
    let merchant = match realm {
        Realm::Team(merchant) => Some(merchant),
        Realm::Operators(_) => None,
    };
    let new = NewInvitation {
        merchant,
        email: &email,
        role: role_code(key),
        role_id: key.own().map(|id| id.0),
        stores: stores.as_deref(),
        locale: letter_locale(ctx),
    };
    let id = write(&mut tx, &new).await?;
    tx.audit("tenancy.invited", ("invitation", id), json!({ "email": email, "role": input.role })).await?;
    tx.commit().await?;
    Ok(id)
}

/// The store's language where the platform speaks it, and else the one of the page.
fn letter_locale(ctx: &Ctx) -> Locale {
    let offered = &ctx.scope().platform.locales;
    let of_store = ctx.scope().store.as_ref().and_then(|store| store.locales.first().copied());
    of_store.filter(|locale| offered.contains(locale)).unwrap_or(ctx.locale())
}

/// Invites the owner of a merchant, for operators: whoever owned it before becomes a manager when they accept.
///
/// # Errors
///
/// `already_invited`; faults of the field `email`.
pub async fn invite_owner(tx: &mut Tx, merchant: MerchantId, email: &str, locale: Locale) -> Result<()> {
    outside(tx, Some(merchant.0), email, "owner", locale).await
}

/// Invites an administrator, for the command line and operators of the whole installation.
///
/// # Errors
///
/// As [`invite_owner`].
pub async fn invite_operator(tx: &mut Tx, _: PlatformId, email: &str, locale: Locale) -> Result<()> {
    outside(tx, None, email, "administrator", locale).await
}

async fn outside(tx: &mut Tx, merchant: Option<Uuid>, email: &str, role: &str, locale: Locale) -> Result<()> {
    let mut check = Check::new();
    check.email("email", email.trim());
    check.finish()?;
    let new = NewInvitation { merchant, email, role, role_id: None, stores: None, locale };
    let id = write(tx, &new).await?;
    tx.audit("tenancy.invited", ("invitation", id), json!({ "email": normalize_email(email), "role": role })).await
}
