//! Changes how the store is set up: its particulars, its languages, its look.

use orion_kernel::{Locale, boot::ThemeView};
use orion_runtime::{Ctx, Result};

use super::store_change::StoreChange;
use crate::forms::{ProfileInput, check_locales, check_look};

/// Changes the name, the company behind it, how it is reached, its tax rate.
///
/// # Errors
///
/// What is wrong with which field.
pub async fn save_profile(ctx: &Ctx, input: &ProfileInput) -> Result<()> {
    let tax_rate = input.check()?;
    let mut change = StoreChange::begin(ctx).await?;
    sqlx::query(
        "update tenancy.stores
         set name = $2, legal_name = $3, vat_id = $4, rcs = $5, business_permit = $6, street = $7, postcode = $8, city = $9,
             country = $10, email = $11, phone = $12, tax_rate_bp = $13
         where id = $1",
    )
    .bind(ctx.store_id()?.0)
    .bind(input.name.trim())
    .bind(input.legal_name.trim())
    .bind(input.normal_vat_id())
    .bind(input.normal_rcs())
    .bind(input.business_permit.trim())
    .bind(input.street.trim())
    .bind(input.postcode.trim())
    .bind(input.city.trim())
    .bind(&input.country)
    .bind(input.email.trim())
    .bind(input.phone.trim())
    .bind(tax_rate.0)
    .execute(change.tx.conn())
    .await?;
    change.commit("tenancy.store_profile_changed").await
}

/// Changes the storefront's languages; `default` comes first and is always among them.
///
/// # Errors
///
/// What is wrong with which field.
pub async fn save_languages(ctx: &Ctx, default: &str, others: &[String]) -> Result<()> {
    let locales: Vec<&str> = check_locales(default, others)?.into_iter().map(Locale::code).collect();
    let mut change = StoreChange::begin(ctx).await?;
    sqlx::query("update tenancy.stores set locales = $2 where id = $1")
        .bind(ctx.store_id()?.0)
        .bind(&locales)
        .execute(change.tx.conn())
        .await?;
    change.commit("tenancy.store_languages_changed").await
}

/// Changes the storefront's look.
///
/// # Errors
///
/// What is wrong with which field.
pub async fn save_look(ctx: &Ctx, look: &ThemeView) -> Result<()> {
    check_look(look)?;
    let mut change = StoreChange::begin(ctx).await?;
    sqlx::query(
        "update tenancy.stores set accent_hue = $2, neutral_hue = $3, radius_px = $4, serif = $5 where id = $1",
    )
    .bind(ctx.store_id()?.0)
    .bind(i32::from(look.accent_hue))
    .bind(i32::from(look.neutral_hue))
    .bind(i32::from(look.radius_px))
    .bind(look.serif)
    .execute(change.tx.conn())
    .await?;
    change.commit("tenancy.store_look_changed").await
}
