//! Pages of the storefront.

mod cart;
mod line;
mod notice;
mod summary;

pub use cart::Cart;
