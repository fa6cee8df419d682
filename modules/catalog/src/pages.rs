//! Pages, by frontend.

pub mod store;
pub mod storefront;
