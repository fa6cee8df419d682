//! Takes the shopper to the provider's page.

use orion_contracts::{PaymentId, payments::PaymentStatus};
use orion_runtime::{Ctx, Result, failpoint};

use super::{
    provider::{ProviderError, ProviderSession, provider},
    settings::PaymentsSettings,
    settle_payment::give_up,
    stored::{self, Stored},
};
use crate::views::PayStep;

/// Opens the provider's page for a payment under way; doing it twice opens the same page.
///
/// # Errors
///
/// `NotFound`.
pub async fn open_payment(ctx: &Ctx, id: PaymentId) -> Result<PayStep> {
    let mut tx = ctx.begin().await?;
    let payment = stored::load(&mut tx, id).await?;
    tx.commit().await?;
    match (payment.status, &payment.provider_url) {
        (PaymentStatus::Pending, Some(address)) => Ok(PayStep::Leave { address: address.clone() }),
        (PaymentStatus::Pending, None) => match session(ctx, &payment).await {
            Ok(session) => Ok(PayStep::Leave { address: session.url }),
            Err(OpenError::Provider(error)) if error.is_transient() => {
                tracing::warn!(payment = %id, %error, "the provider's page cannot be opened");
                Ok(PayStep::Unreachable { back: payment.cancel_url })
            }
            Err(OpenError::Provider(error)) => {
                tracing::error!(payment = %id, %error, "the provider does not take the payment");
                give_up(ctx, id, "provider_refused").await?;
                Ok(PayStep::Leave { address: payment.cancel_url })
            }
            Err(OpenError::Other(error)) => Err(error),
        },
        _ => Ok(after(&payment)),
    }
}

/// Where the shopper goes once a payment has ended.
#[must_use]
pub fn after(payment: &Stored) -> PayStep {
    let address = match payment.status {
        PaymentStatus::Failed => &payment.cancel_url,
        // It went back at once: there was nothing to deliver.
        PaymentStatus::Refunded if payment.failure.is_some() => &payment.cancel_url,
        PaymentStatus::Pending | PaymentStatus::Succeeded | PaymentStatus::Deferred | PaymentStatus::Refunded => {
            &payment.return_url
        }
    };
    PayStep::Leave { address: address.clone() }
}

/// Why a page could not be opened.
pub enum OpenError {
    /// The provider's fault.
    Provider(ProviderError),
    /// Ours.
    Other(orion_runtime::Error),
}

impl<E: Into<orion_runtime::Error>> From<E> for OpenError {
    fn from(error: E) -> Self {
        Self::Other(error.into())
    }
}

/// The provider's session of a payment, opened where there is none yet, and noted.
pub async fn session(ctx: &Ctx, payment: &Stored) -> Result<ProviderSession, OpenError> {
    let settings = ctx.settings::<PaymentsSettings>().await?;
    let provider = provider(&payment.method)?;
    let session = provider.open(ctx, &settings, payment).await.map_err(OpenError::Provider)?;
    failpoint("payments.after_open").await?;
    let mut tx = ctx.begin().await?;
    sqlx::query(
        "update payments.payments set provider_reference = $3, provider_url = $4, updated_at = $5
         where store_id = $1 and id = $2 and provider_reference is null",
    )
    .bind(ctx.store_id()?.0)
    .bind(payment.id.0)
    .bind(&session.reference)
    .bind(&session.url)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    tx.commit().await?;
    Ok(session)
}
