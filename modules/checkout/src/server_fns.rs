//! What shoppers ask and do.

use leptos::prelude::*;
use orion_contracts::CheckoutId;
use orion_kernel::AppError;

use crate::{
    forms::{Draft, Intent},
    views::{CheckoutView, CompletionView, Submitted},
};

/// The checkout's page.
#[server(prefix = "/api/v1/storefront/checkout", endpoint = "checkout_page")]
pub async fn checkout_page() -> Result<CheckoutView, AppError> {
    let ctx = orion_runtime::shopper().await?;
    Ok(crate::server::checkout_page(&ctx).await?)
}

/// Takes the checkout's form.
#[server(prefix = "/api/v1/storefront/checkout", endpoint = "submit_checkout")]
pub async fn submit_checkout(
    #[server(default)] draft: Draft,
    #[server(default)] terms: bool,
    #[server(default)] expected_total_minor: i64,
    #[server(default)] intent: Intent,
) -> Result<Submitted, AppError> {
    let ctx = orion_runtime::shopper().await?;
    let submission = crate::server::Submission { draft, terms, expected_total_minor, intent };
    Ok(crate::server::submit_checkout(&ctx, &submission).await?)
}

/// What follows a checkout.
#[server(prefix = "/api/v1/storefront/checkout", endpoint = "completion")]
pub async fn completion(checkout: CheckoutId) -> Result<CompletionView, AppError> {
    let ctx = orion_runtime::shopper().await?;
    Ok(crate::server::completion(&ctx, checkout).await?)
}
