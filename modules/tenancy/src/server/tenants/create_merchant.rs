//! Takes a merchant on: whoever is to own it is asked by mail.

use orion_kernel::{AppError, Check, MerchantId};
use orion_runtime::{PlatformCtx, Result, error::violates};
use serde_json::json;

use crate::{
    forms::{MerchantInput, NewMerchant},
    model::normalize_email,
    server::invite_owner,
};

/// Makes a merchant and invites its owner; it has no owner until they accept.
///
/// # Errors
///
/// What is wrong with which field.
pub async fn create_merchant(ctx: &PlatformCtx, input: &NewMerchant) -> Result<()> {
    let locale = input.check()?;
    let owner = normalize_email(&input.owner);
    let mut tx = ctx.begin().await?;
    let id: MerchantId = tx.new_id();
    let now = tx.now();
    sqlx::query(
        "insert into tenancy.merchants (id, platform_id, code, name, email, created_at) values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(id.0)
    .bind(ctx.platform_id().0)
    .bind(&input.code)
    .bind(input.name.trim())
    .bind(&owner)
    .bind(now)
    .execute(tx.conn())
    .await
    .map_err(|error| match violates(&error, "merchants_platform_id_code_key") {
        true => AppError::field("code", "taken").into(),
        false => orion_runtime::Error::from(error),
    })?;
    invite_owner(&mut tx, id, &owner, locale).await?;
    let told = json!({ "name": input.name.trim(), "owner": owner });
    tx.audit("tenancy.merchant_created", ("merchant", &input.code), told).await?;
    tx.commit().await
}

/// Changes what operators keep of a merchant.
///
/// # Errors
///
/// `NotFound`; what is wrong with which field.
pub async fn save_merchant(ctx: &PlatformCtx, code: &str, input: &MerchantInput) -> Result<()> {
    input.check()?;
    let mut tx = ctx.begin().await?;
    let saved = sqlx::query("update tenancy.merchants set name = $3, email = $4 where platform_id = $1 and code = $2")
        .bind(ctx.platform_id().0)
        .bind(code)
        .bind(input.name.trim())
        .bind(normalize_email(&input.email))
        .execute(tx.conn())
        .await?;
    if saved.rows_affected() == 0 {
        return Err(AppError::not_found().into());
    }
    tx.audit("tenancy.merchant_changed", ("merchant", code), json!({ "name": input.name.trim() })).await?;
    tx.commit().await
}

/// Checks an address that an operator enters.
///
/// # Errors
///
/// What is wrong with the field.
pub(super) fn check_address(field: &'static str, address: &str) -> Result<String, AppError> {
    let address = normalize_email(address);
    let mut check = Check::new();
    check.email(field, &address);
    check.finish()?;
    Ok(address)
}
