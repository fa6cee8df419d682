//! The pages.

mod address_fields;
mod checkout;
mod complete;
mod review;
mod summary;

pub use checkout::Checkout;
pub use complete::Complete;
