//! What pages ask and do.

pub mod store;
pub mod storefront;
