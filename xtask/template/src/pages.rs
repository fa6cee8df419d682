//! The pages, by frontend.

pub mod store;
