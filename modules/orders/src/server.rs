//! The server's half: verbs, questions, the port, the demo.

mod access_token;
mod add_note;
mod anonymise_orders;
mod attach_orders;
mod audit_words;
mod cancel_order;
mod count_orders;
mod find_orders;
mod fulfil_order;
mod list_orders;
mod lock_order;
mod mark_paid;
mod metrics;
mod new_parcel;
mod notices;
mod order_page;
mod order_status;
mod place_order;
mod port;
mod reactions;
mod refund_order;
mod revenue;
mod seed;
mod stored;
mod timeline;
mod widgets;

use std::sync::Arc;

use orion_contracts::{
    customers::{Customers, NullCustomers},
    orders::{NullOrders, Orders},
    stock::{NullStock, Stock},
};
use orion_runtime::{Migration, ModuleServer, rate_limit::RateClass};

pub use add_note::add_note;
pub use anonymise_orders::anonymise_finished;
pub use cancel_order::cancel_order;
pub use count_orders::count_orders;
pub use fulfil_order::{fulfil_order, fulfil_orders};
pub use list_orders::list_orders;
pub use mark_paid::mark_paid;
pub use new_parcel::{NewParcel, ParcelLine, read_lines};
pub use order_page::{order_details, order_page};
pub use order_status::{my_orders, order_status};
pub use refund_order::refund_order;
pub use revenue::revenue;

/// What the module registers.
#[must_use]
pub fn register() -> ModuleServer {
    ModuleServer {
        migrations: &[
            Migration { version: 1, name: "create_orders", sql: include_str!("../migrations/0001_create_orders.sql") },
            Migration {
                version: 2,
                name: "create_fulfilments",
                sql: include_str!("../migrations/0002_create_fulfilments.sql"),
            },
            Migration { version: 3, name: "extend_orders", sql: include_str!("../migrations/0003_extend_orders.sql") },
            Migration { version: 4, name: "name_orders", sql: include_str!("../migrations/0004_name_orders.sql") },
            Migration { version: 5, name: "find_orders", sql: include_str!("../migrations/0005_find_orders.sql") },
            Migration {
                version: 6,
                name: "name_every_order",
                sql: include_str!("../migrations/0006_name_every_order.sql"),
            },
        ],
        ports: |ports| {
            ports.null::<dyn Orders>(Arc::new(NullOrders));
            ports.null::<dyn Customers>(Arc::new(NullCustomers));
            ports.null::<dyn Stock>(Arc::new(NullStock));
            ports.provide::<dyn Orders>("orders", Arc::new(port::OrdersPort));
        },
        rate_classes: &[
            ("list_orders", RateClass::Read),
            ("count_orders", RateClass::Read),
            ("read_order_page", RateClass::Read),
            ("read_order", RateClass::Read),
            ("revenue", RateClass::Read),
            ("order_status", RateClass::Read),
            ("my_orders", RateClass::Read),
        ],
        handlers: reactions::handlers().into_iter().chain(notices::handlers()).collect(),
        schedules: vec![anonymise_orders::SCHEDULE],
        metrics: vec![metrics::provider()],
        widgets: widgets::providers(),
        seed: Some(|app, demo| Box::pin(seed::seed(app, demo))),
        audit_words: audit_words::audit_words,
        search: vec![find_orders::provider()],
        actions: find_orders::actions(),
        notices: notices::kinds(),
        ..ModuleServer::new("orders")
    }
}
