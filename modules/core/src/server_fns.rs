//! The module's server functions.

pub mod admin;
pub mod store;
