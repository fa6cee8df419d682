//! What operators ask and do.

pub mod access;
pub mod identity;

use std::collections::BTreeMap;

use leptos::prelude::*;
use orion_kernel::{AppError, Paged};
use orion_ui::IndexQuery;

use crate::views::{
    MerchantRow, ModuleDetails, ModuleRow, Profile as Me, SettingsForm, StoreDetails, StoreRow, StoreStatus,
};

/// Signs an operator out.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "sign_out")]
pub async fn sign_out() -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::at_admin_door()?;
    orion_runtime::redirect_out(&crate::server::sign_out(&ctx).await?);
    Ok(())
}

/// Every module.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "list_modules")]
pub async fn list_modules() -> Result<Vec<ModuleRow>, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_VIEW).await?;
    Ok(crate::server::list_modules(&ctx).await?)
}

/// One module with all it brings.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "module_page")]
pub async fn module_page(code: String) -> Result<ModuleDetails, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_VIEW).await?;
    Ok(crate::server::module_details(&ctx, &code).await?)
}

/// Switches a module on with all it requires.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "enable_module")]
pub async fn enable_module(code: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_MANAGE).await?;
    crate::server::enable_module(&ctx, &code).await?;
    Ok(())
}

/// Switches a module off with all that requires it.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "disable_module")]
pub async fn disable_module(code: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_MANAGE).await?;
    crate::server::disable_module(&ctx, &code).await?;
    Ok(())
}

/// What the modules let be set.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "settings_forms")]
pub async fn settings_forms() -> Result<Vec<SettingsForm>, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_VIEW).await?;
    Ok(crate::server::platform_settings_forms(&ctx).await?)
}

/// Sets what a module lets be set, for the platform.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "save_settings")]
pub async fn save_settings(
    module: String,
    #[server(default)] values: BTreeMap<String, String>,
    #[server(default)] secrets: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::save_platform_settings(&ctx, &module, values.into_iter().chain(secrets).collect()).await?)
}

/// Gives up what the platform has set of a module.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "reset_settings")]
pub async fn reset_settings(module: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::reset_platform_settings(&ctx, &module).await?)
}

/// A page of stores.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "list_stores")]
pub async fn list_stores(query: IndexQuery) -> Result<Paged<StoreRow>, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_VIEW).await?;
    Ok(crate::server::list_stores(&ctx, &query).await?)
}

/// How many stores are in each scope.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "count_stores")]
pub async fn count_stores() -> Result<BTreeMap<String, u64>, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_VIEW).await?;
    Ok(crate::server::count_stores(&ctx).await?)
}

/// A store.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "store_page")]
pub async fn store_page(code: String) -> Result<StoreDetails, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_VIEW).await?;
    Ok(crate::server::store_details(&ctx, &code).await?)
}

/// Opens or closes a store.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "set_store_status")]
pub async fn set_store_status(code: String, status: StoreStatus) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::set_store_status(&ctx, &code, status).await?)
}

/// A page of merchants.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "list_merchants")]
pub async fn list_merchants(query: IndexQuery) -> Result<Paged<MerchantRow>, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_VIEW).await?;
    Ok(crate::server::list_merchants(&ctx, &query).await?)
}

/// Whoever is signed in, as they see themselves.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "profile")]
pub async fn profile() -> Result<Me, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::profile(&ctx).await?)
}

/// Changes name and language.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "save_me")]
pub async fn save_me(name: String, language: String) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    orion_runtime::redirect_out(&crate::server::save_me(&ctx, &name, &language).await?);
    Ok(())
}

/// Changes the password and ends all other sessions.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "change_password")]
pub async fn change_password(current_password: String, new_password: String) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::change_password(&ctx, current_password, new_password).await?)
}
