//! Being paid: what can be chosen, starting it, and how it ends.

use async_trait::async_trait;
use orion_kernel::{AppError, Locale, Money, Work};
use serde::{Deserialize, Serialize};

use crate::{CheckoutId, PaymentId};

/// A way to pay that a store offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentMethod {
    /// Its code, such as `card` or `transfer`.
    pub code: String,
    /// Its name in the asked language.
    pub name: String,
    /// What to expect, in the asked language.
    pub description: String,
    /// What the shopper needs to pay after ordering, such as the bank's details: labels in the asked language, and values.
    #[serde(default)]
    pub instructions: Vec<(String, String)>,
}

/// What is to be paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPayment {
    /// For which checkout; one payment of a checkout succeeds at most.
    pub checkout_id: CheckoutId,
    /// How much.
    pub amount: Money,
    /// The chosen method's code.
    pub method: String,
    /// Where a hosted page sends the shopper afterwards; absolute.
    pub return_url: String,
    /// Where it sends them when they give up; absolute.
    pub cancel_url: String,
    /// The shopper's language.
    pub locale: Locale,
    /// The shopper's address.
    pub email: String,
}

/// How a payment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentStatus {
    /// The shopper or the provider has yet to act.
    Pending,
    /// The money is ours.
    Succeeded,
    /// It was declined, given up or has expired.
    Failed,
    /// The money comes later, outside of the provider: the order is placed at once.
    Deferred,
    /// The money went back.
    Refunded,
}

/// The page below a storefront's base that opens the provider's own page for a pending payment.
#[must_use]
pub fn pay_path(payment: PaymentId) -> String {
    format!("/pay/{payment}")
}

/// A payment's page below the base of its store's back office.
#[must_use]
pub fn payment_path(payment: PaymentId) -> String {
    format!("/payments/{payment}")
}

/// A payment that has begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartedPayment {
    /// The payment.
    pub id: PaymentId,
    /// The method's name in the shopper's language.
    pub method_name: String,
    /// How it stands.
    pub status: PaymentStatus,
}

/// Starts and follows payments.
#[async_trait]
pub trait Payments: Send + Sync {
    /// What the store offers for this amount, in order.
    async fn methods(&self, work: &mut dyn Work, amount: Money, locale: Locale)
    -> Result<Vec<PaymentMethod>, AppError>;

    /// Records a payment. Asking the provider takes time and may fail, so it comes after the transaction: the shopper is sent
    /// to [`pay_path`].
    async fn start(&self, work: &mut dyn Work, payment: NewPayment) -> Result<StartedPayment, AppError>;

    /// How a checkout's latest payment stands, with its id.
    async fn latest(
        &self,
        work: &mut dyn Work,
        checkout: CheckoutId,
    ) -> Result<Option<(PaymentId, PaymentStatus)>, AppError>;

    /// Sends the money of a payment back, or notes that it has to be; the provider is asked by a job.
    async fn refund(
        &self,
        work: &mut dyn Work,
        payment: PaymentId,
        amount: Money,
        reason: &str,
    ) -> Result<(), AppError>;
}

/// What a settled payment led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// The order is placed, or was before.
    Accepted,
    /// There is nothing to deliver: the money has to go back.
    Refused,
}

/// Told how payments end, inside the transaction that records it. Implemented by the checkout.
#[async_trait]
pub trait PaymentOutcomes: Send + Sync {
    /// The money is ours. Called once for each payment, however often the provider says so.
    async fn succeeded(
        &self,
        work: &mut dyn Work,
        payment: PaymentId,
        checkout: CheckoutId,
    ) -> Result<Settlement, AppError>;

    /// It was declined, given up or has expired.
    async fn failed(&self, work: &mut dyn Work, payment: PaymentId, checkout: CheckoutId) -> Result<(), AppError>;
}

/// Nobody waits for payments: money that still comes in goes back.
pub struct NullPaymentOutcomes;

#[async_trait]
impl PaymentOutcomes for NullPaymentOutcomes {
    async fn succeeded(&self, _: &mut dyn Work, _: PaymentId, _: CheckoutId) -> Result<Settlement, AppError> {
        Ok(Settlement::Refused)
    }
    async fn failed(&self, _: &mut dyn Work, _: PaymentId, _: CheckoutId) -> Result<(), AppError> {
        Ok(())
    }
}
