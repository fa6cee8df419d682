//! Makes somebody else the owner of a merchant: operators do it when the owner cannot.

use orion_kernel::{AppError, Locale, MerchantId};
use orion_runtime::{PlatformCtx, Result, Tx};
use serde_json::json;
use uuid::Uuid;

use super::create_merchant::check_address;
use crate::{
    forms::check_reason,
    server::{
        invite_owner,
        team::{make_owner, revoke_owners},
    },
};

/// A user takes over at once, and whoever owned it works on as a manager; somebody without an account is invited, and the
/// owners stay until they accept.
///
/// # Errors
///
/// `NotFound`; what is wrong with which field: of `email`, `owns_it_already` and `is_locked`.
pub async fn transfer_merchant(ctx: &PlatformCtx, code: &str, email: &str, reason: &str) -> Result<()> {
    let address = check_address("email", email)?;
    check_reason(reason)?;
    let mut tx = ctx.begin().await?;
    let merchant: Option<Uuid> =
        sqlx::query_scalar("select id from tenancy.merchants where platform_id = $1 and code = $2 for update")
            .bind(ctx.platform_id().0)
            .bind(code)
            .fetch_optional(tx.conn())
            .await?;
    let merchant = merchant.ok_or_else(AppError::not_found)?;
    let user: Option<Uuid> = sqlx::query_scalar("select id from tenancy.users where email = $1")
        .bind(&address)
        .fetch_optional(tx.conn())
        .await?;
    let told = json!({ "to": address, "reason": reason.trim() });
    tx.audit("tenancy.merchant_transferred", ("merchant", code), told).await?;
    let Some(user) = user else {
        let locale = ctx.scope().platform.locales.first().copied().unwrap_or(Locale::En);
        revoke_owners(&mut tx, merchant, Some(&address)).await?;
        invite_owner(&mut tx, MerchantId(merchant), &address, locale).await?;
        return tx.commit().await;
    };
    check_successor(&mut tx, merchant, user).await?;
    make_owner(&mut tx, merchant, user, None).await?;
    tx.commit().await
}

/// Whoever takes over can come in, and does not own it alone already.
async fn check_successor(tx: &mut Tx, merchant: Uuid, user: Uuid) -> Result<()> {
    let platform = tx.ctx().platform_id();
    let (is_locked, owns_it): (bool, bool) = sqlx::query_as(
        "select exists (select from tenancy.user_locks where platform_id = $1 and user_id = $3),
                exists (select from tenancy.memberships where merchant_id = $2 and user_id = $3 and role = 'owner')
                and not exists (select from tenancy.memberships where merchant_id = $2 and user_id <> $3 and role = 'owner')",
    )
    .bind(platform.0)
    .bind(merchant)
    .bind(user)
    .fetch_one(tx.conn())
    .await?;
    if is_locked {
        return Err(AppError::field("email", "is_locked").into());
    }
    if owns_it { Err(AppError::field("email", "owns_it_already").into()) } else { Ok(()) }
}
