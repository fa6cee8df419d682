//! Pages of the back office.

mod adjust_card;
mod history;
mod stock_details;
mod stock_index;

pub use stock_details::StockDetails;
pub use stock_index::StockIndex;
