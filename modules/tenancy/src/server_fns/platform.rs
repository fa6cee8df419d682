//! The members' door.

use leptos::prelude::*;
use orion_kernel::AppError;

use crate::views::StoreLink;

/// Signs a member in and leads to their store.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "sign_in")]
pub async fn sign_in(email: String, password: String, #[server(default)] next: String) -> Result<(), AppError> {
    let ctx = orion_runtime::visitor().await?;
    orion_runtime::redirect_out(&crate::server::sign_in_member(&ctx, &email, password, &next).await?);
    Ok(())
}

/// Signs a member out.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "sign_out")]
pub async fn sign_out() -> Result<(), AppError> {
    let ctx = orion_runtime::visitor().await?;
    orion_runtime::redirect_out(&crate::server::sign_out(&ctx).await?);
    Ok(())
}

/// The stores of whoever is signed in; none for everybody else.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "my_stores")]
pub async fn my_stores() -> Result<Vec<StoreLink>, AppError> {
    let ctx = orion_runtime::visitor().await?;
    Ok(crate::server::my_stores(&ctx).await?)
}
