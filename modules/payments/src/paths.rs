//! Where the pages are, below a frontend's base.

use orion_contracts::PaymentId;

/// The list in the back office.
pub const PAYMENTS: &str = "/payments";

/// A payment in the back office.
#[must_use]
pub fn payment(id: PaymentId) -> String {
    format!("/payments/{id}")
}

/// Where the provider's page sends the shopper back to.
#[must_use]
pub fn returned(id: PaymentId) -> String {
    format!("/pay/{id}/return")
}
