//! Payments in the back office.

mod payment_details;
mod payment_index;
mod refund_card;
mod status;

pub use payment_details::PaymentDetails;
pub use payment_index::PaymentIndex;
