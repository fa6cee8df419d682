//! What merchants set for their store.

pub mod access;
pub mod domains;
pub mod identity;
pub mod setup;

use std::collections::BTreeMap;

use leptos::prelude::*;
use orion_kernel::AppError;

use crate::{
    forms::{ProfileInput, RateInput},
    views::{Profile as Me, RateId, RateRow, SettingsForm, StoreSettings},
};

/// Signs a member out.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "sign_out")]
pub async fn sign_out() -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    orion_runtime::redirect_out(&crate::server::sign_out(&ctx).await?);
    Ok(())
}

/// How the store is set up.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "settings_page")]
pub async fn settings_page() -> Result<StoreSettings, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_VIEW).await?;
    Ok(crate::server::store_settings(&ctx).await?)
}

/// Changes the store's particulars.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "save_profile")]
pub async fn save_profile(#[server(flatten)] profile: ProfileInput) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::save_profile(&ctx, &profile).await?)
}

/// Changes the storefront's languages.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "save_languages")]
pub async fn save_languages(default: String, #[server(default)] others: Vec<String>) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::save_languages(&ctx, &default, &others).await?)
}

/// Changes the storefront's look.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "save_look")]
pub async fn save_look(accent_hue: u16, neutral_hue: u16, radius_px: u8, serif: bool) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    let look = orion_kernel::boot::ThemeView { accent_hue, neutral_hue, radius_px, serif };
    Ok(crate::server::save_look(&ctx, &look).await?)
}

/// What the modules let be set.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "settings_forms")]
pub async fn settings_forms() -> Result<Vec<SettingsForm>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_VIEW).await?;
    Ok(crate::server::store_settings_forms(&ctx).await?)
}

/// Sets what a module lets be set.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "save_settings")]
pub async fn save_settings(
    module: String,
    #[server(default)] values: BTreeMap<String, String>,
    #[server(default)] secrets: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::save_store_settings(&ctx, &module, values.into_iter().chain(secrets).collect()).await?)
}

/// Gives up what the store has set of a module.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "reset_settings")]
pub async fn reset_settings(module: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::reset_store_settings(&ctx, &module).await?)
}

/// The store's ways of shipping.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "list_rates")]
pub async fn list_rates() -> Result<Vec<RateRow>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_VIEW).await?;
    Ok(crate::server::list_rates(&ctx).await?)
}

/// Adds a way of shipping, or changes one.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "save_rate")]
pub async fn save_rate(
    #[server(default)] id: Option<RateId>,
    #[server(flatten)] rate: RateInput,
) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::save_rate(&ctx, id, &rate).await?)
}

/// Removes a way of shipping.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "remove_rate")]
pub async fn remove_rate(id: RateId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::remove_rate(&ctx, id).await?)
}

/// Whoever is signed in, as they see themselves.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "profile")]
pub async fn profile() -> Result<Me, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::profile(&ctx).await?)
}

/// Changes name and language.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "save_me")]
pub async fn save_me(name: String, language: String) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    orion_runtime::redirect_out(&crate::server::save_me(&ctx, &name, &language).await?);
    Ok(())
}

/// Changes the password and ends all other sessions.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "change_password")]
pub async fn change_password(current_password: String, new_password: String) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::change_password(&ctx, current_password, new_password).await?)
}
