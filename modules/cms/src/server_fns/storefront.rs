//! What the storefront asks.

use leptos::prelude::*;
use orion_kernel::AppError;

use crate::views::{ContentPage, StorefrontHome};

/// A content page.
#[server(prefix = "/api/v1/storefront/cms", endpoint = "content_page")]
pub async fn storefront_page(slug: String) -> Result<ContentPage, AppError> {
    let ctx = orion_runtime::shopper().await?;
    Ok(crate::server::storefront_page(&ctx, &slug).await?)
}

/// The top of the home page.
#[server(prefix = "/api/v1/storefront/cms", endpoint = "home")]
pub async fn read_home() -> Result<StorefrontHome, AppError> {
    let ctx = orion_runtime::shopper().await?;
    crate::server::storefront_home(&ctx).await
}
