//! Shared by several pages.

mod cards;
mod home;
mod status;

pub use cards::ProductCards;
pub use home::HomeProducts;
pub use status::{ImportBadge, ProductBadge, status_name};
