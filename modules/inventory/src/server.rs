//! The server's half: verbs, questions, the port.

mod adjust_stock;
mod audit_words;
mod availability;
mod claim_stock;
mod count_stock;
mod dashboard;
mod ledger;
mod levels;
mod list_stock;
mod notices;
mod port;
mod product_stock;
mod release_expired;
mod release_stock;
mod reserve_stock;
mod restock;
mod set_levels;
mod set_on_hand;
mod stock_page;
mod stored;

use std::sync::Arc;

use orion_contracts::stock::{NullStock, Stock};
use orion_runtime::{Migration, ModuleServer, rate_limit::RateClass};

pub use adjust_stock::{adjust_stock, set_threshold, stop_counting};
pub use availability::availability;
pub use claim_stock::claim_stock;
pub use count_stock::count_stock;
pub use list_stock::list_stock;
pub use product_stock::product_stock;
pub use release_expired::release_expired;
pub use release_stock::release_stock;
pub use reserve_stock::reserve_stock;
pub use restock::restock;
pub use set_on_hand::set_on_hand;
pub use stock_page::stock_page;

/// What the module registers.
#[must_use]
pub fn register() -> ModuleServer {
    ModuleServer {
        migrations: &[Migration {
            version: 1,
            name: "create_stock",
            sql: include_str!("../migrations/0001_create_stock.sql"),
        }],
        ports: |ports| {
            ports.null::<dyn Stock>(Arc::new(NullStock));
            ports.provide::<dyn Stock>("inventory", Arc::new(port::StockPort));
        },
        rate_classes: &[
            ("list_stock", RateClass::Read),
            ("count_stock", RateClass::Read),
            ("stock_page", RateClass::Read),
            ("product_stock", RateClass::Read),
        ],
        schedules: vec![release_expired::SCHEDULE],
        metrics: vec![dashboard::metrics()],
        widgets: vec![dashboard::widget()],
        audit_words: audit_words::audit_words,
        notices: notices::kinds(),
        handlers: notices::handlers(),
        ..ModuleServer::new("inventory")
    }
}
