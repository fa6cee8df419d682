//! Merchants and stores, for operators; acting as somebody else.

use leptos::prelude::*;
use orion_kernel::AppError;
use uuid::Uuid;

use crate::{
    forms::{MerchantInput, NewMerchant, NewStore, StoreInput},
    views::MerchantDetails,
};

/// A merchant.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "merchant_page")]
pub async fn merchant_page(code: String) -> Result<MerchantDetails, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_VIEW).await?;
    Ok(crate::server::merchant_details(&ctx, &code).await?)
}

/// Takes a merchant on, invites its owner, and leads to its page.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "create_merchant")]
pub async fn create_merchant(#[server(flatten)] merchant: NewMerchant) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_MANAGE).await?;
    crate::server::create_merchant(&ctx, &merchant).await?;
    orion_runtime::redirect(&crate::paths::merchant(&merchant.code));
    Ok(())
}

/// Changes a merchant.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "save_merchant")]
pub async fn save_merchant(code: String, #[server(flatten)] merchant: MerchantInput) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::save_merchant(&ctx, &code, &merchant).await?)
}

/// Makes somebody else the owner of a merchant.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "transfer_merchant")]
pub async fn transfer_merchant(code: String, email: String, reason: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::transfer_merchant(&ctx, &code, &email, &reason).await?)
}

/// Opens a store for a merchant, and leads to its page.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "create_store")]
pub async fn create_store(#[server(flatten)] store: NewStore) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_MANAGE).await?;
    crate::server::create_store(&ctx, &store).await?;
    orion_runtime::redirect(&crate::paths::store(&store.code));
    Ok(())
}

/// Changes a store.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "save_store")]
pub async fn save_store(code: String, #[server(flatten)] store: StoreInput) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::save_store(&ctx, &code, &store).await?)
}

/// Suspends a store.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "suspend_store")]
pub async fn suspend_store(code: String, reason: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::suspend_store(&ctx, &code, &reason).await?)
}

/// Lifts a suspension.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "reactivate_store")]
pub async fn reactivate_store(code: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::reactivate_store(&ctx, &code).await?)
}

/// Asks for everything of a store as a file.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "export_store")]
pub async fn export_store(code: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::export_store(&ctx, &code).await?)
}

/// Closes a store, and has it deleted after a while.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "request_deletion")]
pub async fn request_deletion(code: String, confirm: String, reason: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::request_deletion(&ctx, &code, &confirm, &reason).await?)
}

/// Takes that back.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "cancel_deletion")]
pub async fn cancel_deletion(code: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::STORES_MANAGE).await?;
    Ok(crate::server::cancel_deletion(&ctx, &code).await?)
}

/// Goes on as a member of a store's team.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "impersonate_member")]
pub async fn impersonate_member(store: String, person: Uuid, reason: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::IMPERSONATE).await?;
    orion_runtime::redirect_out(&crate::server::impersonate_member(&ctx, &store, person, &reason).await?);
    Ok(())
}

/// Goes on as a customer of a store.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "impersonate_customer")]
pub async fn impersonate_customer(store: String, email: String, reason: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::IMPERSONATE).await?;
    orion_runtime::redirect_out(&crate::server::impersonate_customer(&ctx, &store, &email, &reason).await?);
    Ok(())
}

/// Stops acting as a member of the team, and leads back to the admin.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "end_impersonation")]
pub async fn end_member_impersonation() -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    orion_runtime::redirect_out(&crate::server::end_impersonation(&ctx).await?);
    Ok(())
}

/// Stops acting as a customer, and leads back to the admin.
#[server(prefix = "/api/v1/storefront/tenancy", endpoint = "end_impersonation")]
pub async fn end_customer_impersonation() -> Result<(), AppError> {
    let ctx = orion_runtime::customer().await?;
    orion_runtime::redirect_out(&crate::server::end_impersonation(&ctx).await?);
    Ok(())
}
