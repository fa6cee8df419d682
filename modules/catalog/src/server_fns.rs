//! What the browser asks the server.

pub mod categories;
pub mod files;
pub mod store;
pub mod storefront;
