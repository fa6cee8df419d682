//! Closes the provider's page of a payment that another one has taken the place of, or that nobody has made in time.

use orion_contracts::{PaymentId, payments::PaymentStatus};
use orion_kernel::AppError;
use orion_runtime::{Ctx, Job, JobCtx, JobError, Result};
use serde::{Deserialize, Serialize};

use super::{
    open_payment::{OpenError, session},
    provider::{ProviderError, SessionState, provider},
    settings::PaymentsSettings,
    settle_payment::settle,
    stored,
};

/// Closes the provider's page of a payment.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ClosePayment {
    /// Which.
    pub payment: PaymentId,
}

impl Job for ClosePayment {
    const NAME: &'static str = "payments.close_payment";
    // Over a day: a bank may take its time.
    const MAX_ATTEMPTS: i16 = 14;

    async fn run(self, ctx: JobCtx) -> Result<(), JobError> {
        let ctx = ctx.ctx().await?;
        close_payment(&ctx, self.payment).await?;
        Ok(())
    }
}

/// Closes the provider's page, unless the money is there by now, and lets the payment end accordingly.
///
/// # Errors
///
/// `Unavailable`: the provider cannot be reached, or the bank has not decided yet. Its money may still come, and nobody else asks
/// for it.
pub async fn close_payment(ctx: &Ctx, id: PaymentId) -> Result<PaymentStatus> {
    follow(ctx, id, true).await
}

/// Asks the provider how a payment stands, and lets it end accordingly.
///
/// # Errors
///
/// The provider cannot be reached.
pub async fn ask_again(ctx: &Ctx, id: PaymentId) -> Result<PaymentStatus> {
    follow(ctx, id, false).await
}

async fn follow(ctx: &Ctx, id: PaymentId, close: bool) -> Result<PaymentStatus> {
    let mut tx = ctx.begin().await?;
    let payment = stored::load(&mut tx, id).await?;
    tx.commit().await?;
    let provider = provider(&payment.method)?;
    if !provider.capabilities().hosted_page
        || matches!(payment.status, PaymentStatus::Succeeded | PaymentStatus::Refunded)
    {
        return Ok(payment.status);
    }
    let settings = ctx.settings::<PaymentsSettings>().await?;
    let found = match &payment.provider_reference {
        Some(reference) => provider.look_up(ctx, &settings, reference).await,
        None if !close => return Ok(payment.status),
        // The answer to the first question may have been lost; asked again, the provider gives the same page.
        None => match session(ctx, &payment).await {
            Ok(session) => Ok(session),
            Err(OpenError::Provider(error)) => Err(error),
            Err(OpenError::Other(error)) => return Err(error),
        },
    };
    let mut found = found.map_err(app_error)?;
    if close && found.state == SessionState::Open {
        found = provider.expire(ctx, &settings, &found.reference).await.map_err(app_error)?;
    }
    let status = settle(ctx, id, &found).await?;
    if close && found.state == SessionState::Processing { Err(AppError::unavailable().into()) } else { Ok(status) }
}

fn app_error(error: ProviderError) -> AppError {
    error.into()
}
