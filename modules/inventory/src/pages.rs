//! The module's pages.

pub mod store;
