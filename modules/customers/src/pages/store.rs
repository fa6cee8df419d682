//! Pages of the store's back office.

mod account_card;
mod customer_index;
mod customer_page;

pub use customer_index::CustomerIndex;
pub use customer_page::CustomerPage;
