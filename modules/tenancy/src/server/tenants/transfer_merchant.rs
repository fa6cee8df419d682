//! Makes somebody else the owner of a merchant: operators do it when the owner cannot.

use orion_kernel::{AppError, Locale, MerchantId};
use orion_runtime::{PlatformCtx, Result};
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
/// `NotFound`; what is wrong with which field.
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
    make_owner(&mut tx, merchant, user, None).await?;
    tx.commit().await
}
