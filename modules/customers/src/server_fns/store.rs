//! What the store's back office asks and does.

use leptos::prelude::*;
use orion_kernel::{AppError, CustomerId, Paged};
use orion_ui::IndexQuery;

use crate::views::{CustomerDetails, CustomerRow};

/// The store's customers.
#[server(prefix = "/api/v1/store/customers", endpoint = "list_customers")]
pub async fn list_customers(query: IndexQuery) -> Result<Paged<CustomerRow>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::list_customers(&ctx, &query).await?)
}

/// A customer in full.
#[server(prefix = "/api/v1/store/customers", endpoint = "customer_details")]
pub async fn read_customer(id: CustomerId) -> Result<CustomerDetails, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::customer_details(&ctx, id).await?)
}

/// Writes the merchant's words on a customer.
#[server(prefix = "/api/v1/store/customers", endpoint = "save_note")]
pub async fn save_note(id: CustomerId, note: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::EDIT).await?;
    Ok(crate::server::save_note(&ctx, id, &note).await?)
}

/// Deletes a customer and shows the list.
#[server(prefix = "/api/v1/store/customers", endpoint = "delete_customer")]
pub async fn delete_customer(id: CustomerId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::DELETE).await?;
    crate::server::delete_customer(&ctx, id).await?;
    orion_runtime::redirect(crate::paths::CUSTOMERS);
    Ok(())
}

/// Sends a customer the link to a new password.
#[server(prefix = "/api/v1/store/customers", endpoint = "send_reset_link")]
pub async fn send_reset_link(id: CustomerId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::MANAGE).await?;
    Ok(crate::server::send_reset_link(&ctx, id).await?)
}

/// Keeps a customer out.
#[server(prefix = "/api/v1/store/customers", endpoint = "lock_customer")]
pub async fn lock_customer(id: CustomerId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::MANAGE).await?;
    Ok(crate::server::lock_customer(&ctx, id).await?)
}

/// Lets a customer in again.
#[server(prefix = "/api/v1/store/customers", endpoint = "unlock_customer")]
pub async fn unlock_customer(id: CustomerId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::MANAGE).await?;
    Ok(crate::server::unlock_customer(&ctx, id).await?)
}

/// Signs a customer out wherever they are signed in.
#[server(prefix = "/api/v1/store/customers", endpoint = "sign_out_customer")]
pub async fn sign_out_customer(id: CustomerId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::MANAGE).await?;
    Ok(crate::server::sign_out_customer(&ctx, id).await?)
}
