//! The server functions, by frontend.

pub mod admin;
pub mod platform;
pub mod store;
pub mod storefront;
