//! The members' door.

pub mod access;
pub mod identity;

use leptos::prelude::*;
use orion_kernel::AppError;

/// Signs a member out.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "sign_out")]
pub async fn sign_out() -> Result<(), AppError> {
    let ctx = orion_runtime::visitor().await?;
    orion_runtime::redirect_out(&crate::server::sign_out(&ctx).await?);
    Ok(())
}
