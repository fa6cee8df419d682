//! The pages, by frontend.

pub mod admin;
pub mod store;
