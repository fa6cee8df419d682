//! The shopper's way to the provider and back.

mod pay;
mod pay_return;
mod step;

pub use pay::Pay;
pub use pay_return::PayReturn;
