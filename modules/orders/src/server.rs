//! The server's half: verbs, questions, the port, the demo.

mod access_token;
mod add_note;
mod cancel_order;
mod count_orders;
mod fulfil_order;
mod list_orders;
mod lock_order;
mod mark_paid;
mod metrics;
mod new_parcel;
mod order_page;
mod order_status;
mod place_order;
mod port;
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
pub use cancel_order::cancel_order;
pub use count_orders::count_orders;
pub use fulfil_order::{fulfil_order, fulfil_orders};
pub use list_orders::list_orders;
pub use mark_paid::mark_paid;
pub use new_parcel::NewParcel;
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
        metrics: vec![metrics::provider()],
        widgets: widgets::providers(),
        seed: Some(|app, demo| Box::pin(seed::seed(app, demo))),
        ..ModuleServer::new("orders")
    }
}
