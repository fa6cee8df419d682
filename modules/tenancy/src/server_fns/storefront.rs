//! What people in front of a storefront do.

use leptos::prelude::*;
use orion_kernel::AppError;

/// Lets somebody in who knows the word, and leads to the page they wanted.
#[server(prefix = "/api/v1/storefront/tenancy", endpoint = "enter")]
pub async fn enter(password: String, #[server(default)] next: String) -> Result<(), AppError> {
    let ctx = orion_runtime::shopper().await?;
    orion_runtime::redirect(&crate::server::enter(&ctx, &password, &next).await?);
    Ok(())
}
