//! What other modules ask of payments.

use async_trait::async_trait;
use orion_contracts::{
    CheckoutId, PaymentId,
    payments::{NewPayment, PaymentMethod, PaymentStatus, Payments, StartedPayment},
};
use orion_kernel::{AppError, Locale, Money, Work};
use orion_runtime::{Result as Outcome, Tx};

use super::{provider::offered, refund_payment, settings::PaymentsSettings, start_payment};

/// The port's implementation.
pub struct PaymentsPort;

#[async_trait]
impl Payments for PaymentsPort {
    async fn methods(
        &self,
        work: &mut dyn Work,
        amount: Money,
        locale: Locale,
    ) -> Result<Vec<PaymentMethod>, AppError> {
        let ctx = Tx::of(work).ctx().clone();
        let settings: Outcome<_> = ctx.settings::<PaymentsSettings>().await;
        let settings = settings?;
        Ok(offered(&ctx, &settings, amount).map(|provider| provider.describe(&settings, locale)).collect())
    }

    async fn start(&self, work: &mut dyn Work, payment: NewPayment) -> Result<StartedPayment, AppError> {
        Ok(start_payment::start_payment(Tx::of(work), &payment).await?)
    }

    async fn latest(
        &self,
        work: &mut dyn Work,
        checkout: CheckoutId,
    ) -> Result<Option<(PaymentId, PaymentStatus)>, AppError> {
        Ok(start_payment::latest_payment(Tx::of(work), checkout).await?)
    }

    async fn refund(
        &self,
        work: &mut dyn Work,
        payment: PaymentId,
        amount: Money,
        reason: &str,
    ) -> Result<(), AppError> {
        Ok(refund_payment::refund_payment(Tx::of(work), payment, amount, reason).await?)
    }
}
