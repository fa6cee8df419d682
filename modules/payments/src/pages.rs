//! The pages.

pub mod store;
pub mod storefront;
