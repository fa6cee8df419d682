//! Opens a store for a merchant, and changes what operators keep of one.

use orion_kernel::{AppError, StoreId};
use orion_runtime::{PlatformCtx, Result, error::violates, invalidation};
use serde_json::json;
use uuid::Uuid;

use crate::{
    forms::{NewStore, StoreInput},
    model::normalize_email,
    server::{
        directory::STORES,
        platforms::{is_taken, lock_hosts},
    },
};

/// Makes a store, closed until its merchant opens it. Its code is its subdomain, so nothing else may answer there.
///
/// # Errors
///
/// What is wrong with which field.
pub async fn create_store(ctx: &PlatformCtx, input: &NewStore) -> Result<()> {
    let (currency, locales) = input.check()?;
    let locales: Vec<&str> = locales.iter().map(|locale| locale.code()).collect();
    let mut tx = ctx.begin().await?;
    let merchant: Option<(Uuid, String)> =
        sqlx::query_as("select id, name from tenancy.merchants where platform_id = $1 and code = $2")
            .bind(ctx.platform_id().0)
            .bind(&input.merchant)
            .fetch_optional(tx.conn())
            .await?;
    let (merchant, legal_name) = merchant.ok_or_else(|| AppError::field("merchant", "invalid_choice"))?;
    lock_hosts(&mut tx).await?;
    let host = format!("{}.{}", input.code, without_port(&ctx.scope().platform.host));
    let was_another: bool = sqlx::query_scalar(
        "select exists (select from tenancy.former_subdomains where platform_id = $1 and subdomain = $2 and until > $3)",
    )
    .bind(ctx.platform_id().0)
    .bind(&input.code)
    .bind(ctx.now())
    .fetch_one(tx.conn())
    .await?;
    if was_another || is_taken(&mut tx, &host, "").await? {
        return Err(AppError::field("code", "taken").into());
    }
    let id: StoreId = tx.new_id();
    let now = tx.now();
    sqlx::query(
        "insert into tenancy.stores (id, platform_id, merchant_id, code, name, status, currency, locales, accent_hue,
             neutral_hue, radius_px, serif, legal_name, vat_id, rcs, business_permit, street, postcode, city, country, email,
             phone, tax_rate_bp, created_at)
         values ($1, $2, $3, $4, $5, 'closed', $6, $7, 265, 265, 6, false, $8, '', '', '', '', '', '', $9, $10, '', $11, $12)",
    )
    .bind(id.0)
    .bind(ctx.platform_id().0)
    .bind(merchant)
    .bind(&input.code)
    .bind(input.name.trim())
    .bind(currency.to_string())
    .bind(&locales)
    .bind(legal_name)
    .bind(&input.country)
    .bind(normalize_email(&input.email))
    .bind(usual_tax_rate(&input.country))
    .bind(now)
    .execute(tx.conn())
    .await
    .map_err(|error| {
        let is_taken = violates(&error, "stores_platform_id_code_key") || violates(&error, "stores_subdomain");
        if is_taken { AppError::field("code", "taken").into() } else { orion_runtime::Error::from(error) }
    })?;
    let told =
        json!({ "name": input.name.trim(), "merchant": input.merchant, "currency": currency, "languages": locales });
    tx.audit("tenancy.store_created", ("store", &input.code), told).await?;
    invalidation::publish(tx.conn(), STORES, &id.to_string()).await?;
    tx.commit().await?;
    ctx.app().directory().forget();
    Ok(())
}

/// Changes a store's name, company, address, languages and country.
///
/// # Errors
///
/// `NotFound`; what is wrong with which field.
pub async fn save_store(ctx: &PlatformCtx, code: &str, input: &StoreInput) -> Result<()> {
    let locales: Vec<&str> = input.check()?.iter().map(|locale| locale.code()).collect();
    let mut tx = ctx.begin().await?;
    let id: Option<Uuid> = sqlx::query_scalar(
        "update tenancy.stores set name = $3, legal_name = $4, email = $5, locales = $6, country = $7
         where platform_id = $1 and code = $2 returning id",
    )
    .bind(ctx.platform_id().0)
    .bind(code)
    .bind(input.name.trim())
    .bind(input.legal_name.trim())
    .bind(normalize_email(&input.email))
    .bind(&locales)
    .bind(&input.country)
    .fetch_optional(tx.conn())
    .await?;
    let id = id.ok_or_else(AppError::not_found)?;
    let told = json!({ "name": input.name.trim(), "languages": locales, "country": input.country });
    tx.audit("tenancy.store_changed", ("store", code), told).await?;
    invalidation::publish(tx.conn(), STORES, &id.to_string()).await?;
    tx.commit().await?;
    ctx.app().directory().forget();
    Ok(())
}

/// Basis points of the usual VAT rate of a country; the merchant changes it.
fn usual_tax_rate(country: &str) -> i32 {
    match country {
        "BE" | "NL" => 2_100,
        "DE" => 1_900,
        "FR" | "AT" => 2_000,
        _ => 1_700,
    }
}

fn without_port(host: &str) -> &str {
    host.split_once(':').map_or(host, |(name, _)| name)
}
