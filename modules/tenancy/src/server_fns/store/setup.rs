//! How a store is set up: where it is at home, its pictures, who is let in.

use leptos::prelude::*;
use orion_kernel::AppError;
use server_fn::codec::{MultipartData, MultipartFormData};

use crate::{
    forms::{AccessInput, RegionInput},
    views::{AccessSettings, RegionSettings},
};

/// Where the store is at home.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "region_page")]
pub async fn region_page() -> Result<RegionSettings, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_VIEW).await?;
    Ok(crate::server::region_settings(&ctx).await?)
}

/// Changes clock and measures.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "save_region")]
pub async fn save_region(#[server(flatten)] region: RegionInput) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::save_region(&ctx, &region).await?)
}

/// Changes the currency.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "save_currency")]
pub async fn save_currency(currency: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::save_currency(&ctx, &currency).await?)
}

/// Changes how orders are numbered.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "save_order_numbers")]
pub async fn save_order_numbers(
    #[server(default)] prefix: String,
    #[server(default)] suffix: String,
    start: i64,
) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::save_order_numbers(&ctx, &crate::forms::OrderNumbersInput { prefix, suffix, start }).await?)
}

/// Changes the back office's languages, and shows the page in one of them.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "save_office_languages")]
pub async fn save_office_languages(default: String, #[server(default)] others: Vec<String>) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    crate::server::save_office_languages(&ctx, &default, &others).await?;
    orion_runtime::redirect_out(&format!("{}{}", ctx.scope().unprefixed_base, crate::paths::REGION));
    Ok(())
}

/// Keeps a new logo.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "upload_logo", input = MultipartFormData)]
pub async fn upload_logo(data: MultipartData) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    let bytes = crate::server::uploaded_file(data).await?;
    crate::server::save_logo(&ctx, bytes).await?;
    orion_runtime::redirect(crate::paths::SETTINGS);
    Ok(())
}

/// Shows the name in place of the logo.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "remove_logo")]
pub async fn remove_logo() -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    crate::server::remove_logo(&ctx).await?;
    orion_runtime::redirect_out(&format!("{}{}", ctx.scope().base, crate::paths::SETTINGS));
    Ok(())
}

/// Keeps a new picture for the browser's tab.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "upload_favicon", input = MultipartFormData)]
pub async fn upload_favicon(data: MultipartData) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    let bytes = crate::server::uploaded_file(data).await?;
    crate::server::save_favicon(&ctx, bytes).await?;
    orion_runtime::redirect(crate::paths::SETTINGS);
    Ok(())
}

/// Shows the platform's picture in the browser's tab.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "remove_favicon")]
pub async fn remove_favicon() -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::remove_favicon(&ctx).await?)
}

/// Who is let into the storefront.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "access_page")]
pub async fn access_page() -> Result<AccessSettings, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::access_settings(&ctx).await?)
}

/// Changes who is let into the storefront.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "save_access")]
pub async fn save_access(#[server(flatten)] access: AccessInput) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::save_access(&ctx, &access).await?)
}

/// Makes the secret link anew.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "renew_preview")]
pub async fn renew_preview() -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::renew_preview(&ctx).await?)
}
