//! The server's half: verbs, questions, the port.

mod add_line;
mod change_currency;
mod close_cart;
mod count_items;
mod hand_over;
mod lock_cart;
mod offer;
mod open_cart;
mod plain_form;
mod port;
mod remove_expired;
mod remove_line;
mod set_quantity;
mod show_cart;
mod token;

use std::sync::Arc;

use orion_contracts::carts::{Carts, NullCarts};
use orion_runtime::{Migration, ModuleServer, rate_limit::RateClass};

pub use add_line::add_line;
pub use close_cart::close_cart;
pub use hand_over::hand_over;
pub use open_cart::open_cart;
pub use remove_expired::remove_expired;
pub use remove_line::remove_line;
pub use set_quantity::set_quantity;
pub use show_cart::show_cart;

/// What the module registers.
#[must_use]
pub fn register() -> ModuleServer {
    ModuleServer {
        migrations: &[
            Migration { version: 1, name: "create_carts", sql: include_str!("../migrations/0001_create_carts.sql") },
            Migration { version: 2, name: "extend_carts", sql: include_str!("../migrations/0002_extend_carts.sql") },
        ],
        ports: |ports| {
            ports.null::<dyn Carts>(Arc::new(NullCarts));
            ports.provide::<dyn Carts>("cart", Arc::new(port::CartsPort));
        },
        context: vec![count_items::provider()],
        handlers: change_currency::handlers(),
        rate_classes: &[("show_cart", RateClass::Read)],
        schedules: vec![remove_expired::SCHEDULE],
        ..ModuleServer::new("cart")
    }
}
