//! Stock through its doors: the port of carts and checkouts, and the back office.

#[path = "inventory/adjust_stock.rs"]
mod adjust_stock;
#[path = "inventory/builders.rs"]
mod builders;
#[path = "inventory/claim_stock.rs"]
mod claim_stock;
#[path = "inventory/reserve_stock.rs"]
mod reserve_stock;
#[path = "inventory/set_on_hand.rs"]
mod set_on_hand;
