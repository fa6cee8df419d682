//! What a shopper's way to the provider and back asks.

use leptos::prelude::*;
use orion_contracts::PaymentId;
use orion_kernel::AppError;

use crate::views::PayStep;

/// On to the provider's page.
#[server(prefix = "/api/v1/storefront/payments", endpoint = "open_payment")]
pub async fn open_payment(payment: PaymentId) -> Result<PayStep, AppError> {
    let ctx = orion_runtime::shopper().await?;
    Ok(crate::server::lead_on(&ctx, crate::server::open_payment(&ctx, payment).await?))
}

/// Back from it.
#[server(prefix = "/api/v1/storefront/payments", endpoint = "return_from_provider")]
pub async fn return_from_provider(payment: PaymentId) -> Result<PayStep, AppError> {
    let ctx = orion_runtime::shopper().await?;
    Ok(crate::server::lead_on(&ctx, crate::server::return_from_provider(&ctx, payment).await?))
}
