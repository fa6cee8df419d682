//! The shopper comes back from the provider's page.

use orion_contracts::{PaymentId, payments::PaymentStatus};
use orion_runtime::{Ctx, Result};

use super::{
    open_payment::{after, open_payment},
    provider::{SessionState, provider},
    settings::PaymentsSettings,
    settle_payment::settle,
    stored,
};
use crate::views::PayStep;

/// Asks the provider how the payment stands, whatever the address says, and leads on. Whoever comes back without having paid
/// has given up: the provider's page is closed, so that nobody pays there later.
///
/// # Errors
///
/// `NotFound`.
pub async fn return_from_provider(ctx: &Ctx, id: PaymentId) -> Result<PayStep> {
    let mut tx = ctx.begin().await?;
    let payment = stored::load(&mut tx, id).await?;
    tx.commit().await?;
    let (PaymentStatus::Pending, Some(reference)) = (payment.status, &payment.provider_reference) else {
        return if payment.status == PaymentStatus::Pending {
            open_payment(ctx, id).await
        } else {
            Ok(after(&payment))
        };
    };
    let settings = ctx.settings::<PaymentsSettings>().await?;
    let provider = provider(&payment.method)?;
    let found = match provider.look_up(ctx, &settings, reference).await {
        Ok(session) if session.state == SessionState::Open => provider.expire(ctx, &settings, reference).await,
        other => other,
    };
    let session = match found {
        Ok(session) => session,
        // It is asked again: by this page, by its own message, by the schedule.
        Err(error) => {
            tracing::warn!(payment = %id, %error, "the provider does not say how a payment stands");
            return Ok(PayStep::Wait);
        }
    };
    if settle(ctx, id, &session).await? == PaymentStatus::Pending {
        return Ok(PayStep::Wait);
    }
    let mut tx = ctx.begin().await?;
    let settled = stored::load(&mut tx, id).await?;
    tx.commit().await?;
    Ok(after(&settled))
}
