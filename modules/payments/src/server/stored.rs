//! Payments as they are kept.

use orion_contracts::{CheckoutId, PaymentId, payments::PaymentStatus};
use orion_kernel::{AppError, Currency, Locale, Money};
use orion_runtime::{Result, Tx};
use time::OffsetDateTime;
use uuid::Uuid;

/// A payment.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The payment.
    pub id: PaymentId,
    /// What it is for.
    pub checkout_id: CheckoutId,
    /// The method's code.
    pub method: String,
    /// The method's name as the shopper read it.
    pub method_name: String,
    /// What the provider calls it.
    pub provider_reference: Option<String>,
    /// The provider's page.
    pub provider_url: Option<String>,
    /// How much.
    pub amount: Money,
    /// How it stands.
    pub status: PaymentStatus,
    /// Why it failed.
    pub failure: Option<String>,
    /// The shopper's address.
    pub email: String,
    /// The shopper's language.
    pub locale: Locale,
    /// The shop's address as the shopper sees it, with their language.
    pub base_url: String,
    /// Where the shopper goes once it is paid; absolute.
    pub return_url: String,
    /// Where they go when it is not; absolute.
    pub cancel_url: String,
    /// When it began.
    pub created_at: OffsetDateTime,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    checkout_id: Uuid,
    method: String,
    method_name: String,
    provider_reference: Option<String>,
    provider_url: Option<String>,
    amount_minor: i64,
    currency: String,
    status: String,
    failure: Option<String>,
    email: String,
    locale: String,
    base_url: String,
    return_url: String,
    cancel_url: String,
    created_at: OffsetDateTime,
}

impl Row {
    fn stored(self) -> Result<Stored> {
        Ok(Stored {
            id: PaymentId(self.id),
            checkout_id: CheckoutId(self.checkout_id),
            method: self.method,
            method_name: self.method_name,
            provider_reference: self.provider_reference,
            provider_url: self.provider_url,
            amount: amount(self.amount_minor, &self.currency)?,
            status: status(&self.status)?,
            failure: self.failure,
            email: self.email,
            locale: Locale::from_code(&self.locale).unwrap_or(Locale::En),
            base_url: self.base_url,
            return_url: self.return_url,
            cancel_url: self.cancel_url,
            created_at: self.created_at,
        })
    }
}

/// A payment's state as the database has it.
#[must_use]
pub const fn status_code(status: PaymentStatus) -> &'static str {
    match status {
        PaymentStatus::Pending => "pending",
        PaymentStatus::Succeeded => "succeeded",
        PaymentStatus::Failed => "failed",
        PaymentStatus::Deferred => "deferred",
        PaymentStatus::Refunded => "refunded",
    }
}

/// The state with this code.
fn status_of(code: &str) -> Option<PaymentStatus> {
    use PaymentStatus::{Deferred, Failed, Pending, Refunded, Succeeded};
    [Pending, Succeeded, Failed, Deferred, Refunded].into_iter().find(|status| status_code(*status) == code)
}

/// An amount from its columns.
pub(super) fn amount(minor: i64, currency: &str) -> Result<Money> {
    let currency: Currency = currency.parse().map_err(|_| AppError::internal())?;
    Ok(Money::new(minor, currency))
}

/// A state from its column.
pub(super) fn status(code: &str) -> Result<PaymentStatus> {
    Ok(status_of(code).ok_or_else(AppError::internal)?)
}

/// A `select` of everything [`Row`] needs.
macro_rules! select_payments {
    ($rest:literal) => {
        concat!(
            "select id, checkout_id, method, method_name, provider_reference, provider_url, amount_minor, currency, status, failure,
                    email, locale, base_url, return_url, cancel_url, created_at
             from payments.payments ",
            $rest
        )
    };
}

/// A payment of the transaction's store.
///
/// # Errors
///
/// `NotFound`.
pub async fn load(tx: &mut Tx, id: PaymentId) -> Result<Stored> {
    one(tx, id, select_payments!("where store_id = $1 and id = $2")).await
}

/// A payment that nobody else can change until the transaction ends.
///
/// # Errors
///
/// `NotFound`.
pub async fn lock(tx: &mut Tx, id: PaymentId) -> Result<Stored> {
    one(tx, id, select_payments!("where store_id = $1 and id = $2 for update")).await
}

async fn one(tx: &mut Tx, id: PaymentId, query: &'static str) -> Result<Stored> {
    let store = tx.ctx().store_id()?;
    let row: Option<Row> = sqlx::query_as(query).bind(store.0).bind(id.0).fetch_optional(tx.conn()).await?;
    row.ok_or_else(AppError::not_found)?.stored()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_is_read_back() {
        use PaymentStatus::{Deferred, Failed, Pending, Refunded, Succeeded};
        for status in [Pending, Succeeded, Failed, Deferred, Refunded] {
            assert_eq!(status_of(status_code(status)), Some(status));
        }
        assert_eq!(status_of("paid"), None);
    }
}
