//! The module's pages.

pub mod storefront;
