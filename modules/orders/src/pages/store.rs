//! Pages of the back office.

mod actions;
mod cancel_dialog;
mod customer_cards;
mod fulfil_card;
mod history;
mod order_details;
mod order_index;
mod packing_slip;
mod payment_card;

pub use order_details::OrderDetailsPage;
pub use order_index::OrderIndex;
pub use packing_slip::PackingSlip;
