//! The server functions, by frontend.

pub mod admin;
pub mod platform;
pub mod platforms;
pub mod store;
pub mod storefront;
pub mod tenants;
