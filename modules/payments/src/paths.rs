//! Where the pages are, below a frontend's base.

use orion_contracts::PaymentId;

pub use orion_contracts::{orders::order_path as order, payments::payment_path as payment};

/// The list in the back office.
pub const PAYMENTS: &str = "/payments";

/// Where the provider's page sends the shopper back to.
#[must_use]
pub fn returned(id: PaymentId) -> String {
    format!("/pay/{id}/return")
}
