//! What the platform's own pages ask.

use leptos::prelude::*;
use orion_kernel::AppError;

use crate::views::{ContentPage, OfferLabels};

/// A content page.
#[server(prefix = "/api/v1/platform/cms", endpoint = "content_page")]
pub async fn platform_page(slug: String) -> Result<ContentPage, AppError> {
    let ctx = orion_runtime::visitor().await?;
    Ok(crate::server::platform_page(&ctx, &slug).await?)
}

/// The names of features and limits.
#[server(prefix = "/api/v1/platform/cms", endpoint = "offer_labels")]
pub async fn read_offer_labels() -> Result<OfferLabels, AppError> {
    let ctx = orion_runtime::visitor().await?;
    Ok(crate::server::offer_labels(&ctx))
}
