//! What pages of this and other modules show of stock.

mod product_stock;
mod standing_badge;

pub use product_stock::ProductStock;
pub use standing_badge::StandingBadge;
