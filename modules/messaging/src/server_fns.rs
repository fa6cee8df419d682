//! The server functions, by frontend.

pub mod admin;
pub mod store;
