//! The server functions, by frontend.

pub mod store;
pub mod storefront;
