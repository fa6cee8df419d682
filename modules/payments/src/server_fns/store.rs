//! What the back office asks and does.

use leptos::prelude::*;
use orion_contracts::PaymentId;
use orion_kernel::{AppError, Paged};
use orion_ui::IndexQuery;
use uuid::Uuid;

use crate::views::{PaymentRow, PaymentView};

/// A page of payments.
#[server(prefix = "/api/v1/store/payments", endpoint = "list_payments")]
pub async fn list_payments(query: IndexQuery) -> Result<Paged<PaymentRow>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::list_payments(&ctx, &query).await?)
}

/// A payment's page.
#[server(prefix = "/api/v1/store/payments", endpoint = "payment_page")]
pub async fn payment_page(payment: PaymentId) -> Result<PaymentView, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW).await?;
    Ok(crate::server::payment_page(&ctx, payment).await?)
}

/// Sends money back.
#[server(prefix = "/api/v1/store/payments", endpoint = "refund_payment")]
pub async fn refund_payment(payment: PaymentId, amount: String, reason: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::REFUND).await?;
    Ok(crate::server::refund_by_hand(&ctx, payment, &amount, &reason).await?)
}

/// Notes that a refund was sent by hand.
#[server(prefix = "/api/v1/store/payments", endpoint = "mark_refund_sent")]
pub async fn mark_refund_sent(refund: Uuid) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::REFUND).await?;
    Ok(crate::server::mark_refund_sent(&ctx, refund).await?)
}

/// Asks the provider again for a refund it refused.
#[server(prefix = "/api/v1/store/payments", endpoint = "retry_refund")]
pub async fn retry_refund(refund: Uuid) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::REFUND).await?;
    Ok(crate::server::retry_refund(&ctx, refund).await?)
}
