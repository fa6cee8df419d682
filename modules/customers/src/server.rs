//! The server's half: accounts, addresses, what the back office asks, the port, the demo.

mod account;
mod addresses;
mod customer_details;
mod delete_customer;
mod export_customers;
mod forms;
mod identity;
mod list_customers;
mod metrics;
mod port;
mod register_customer;
mod remove_expired;
mod reset_password;
mod save_address;
mod save_note;
mod save_profile;
mod seed;
mod sign_in;
mod stored;
mod who;

use std::sync::Arc;

use orion_contracts::{
    carts::{Carts, NullCarts},
    customers::{Customers, NullCustomers},
    orders::{NullOrders, Orders},
};
use orion_runtime::{Migration, ModuleServer, rate_limit::RateClass};

pub use account::{account, profile};
pub use addresses::{address, addresses};
pub use customer_details::customer_details;
pub use delete_customer::delete_customer;
pub use forms::{Registration, safe_next};
pub use list_customers::list_customers;
pub use register_customer::register_customer;
pub use remove_expired::remove_expired;
pub use reset_password::{request_reset, reset_password};
pub use save_address::{make_default, remove_address, save_address};
pub use save_note::save_note;
pub use save_profile::{change_email, change_password, save_profile};
pub use sign_in::{sign_in, sign_out};

/// What the module registers.
#[must_use]
pub fn register() -> ModuleServer {
    ModuleServer {
        migrations: &[
            Migration {
                version: 1,
                name: "create_customers",
                sql: include_str!("../migrations/0001_create_customers.sql"),
            },
            Migration {
                version: 2,
                name: "create_password_resets",
                sql: include_str!("../migrations/0002_create_password_resets.sql"),
            },
        ],
        identities: vec![Arc::new(identity::Customers)],
        ports: |ports| {
            ports.null::<dyn Customers>(Arc::new(NullCustomers));
            // Accounts work without carts and orders, whose modules may not even be there.
            ports.null::<dyn Carts>(Arc::new(NullCarts));
            ports.null::<dyn Orders>(Arc::new(NullOrders));
            ports.provide::<dyn Customers>("customers", Arc::new(port::CustomersPort));
        },
        metrics: vec![metrics::provider()],
        routes: Some(export_customers::routes),
        rate_classes: &[
            ("sign_in", RateClass::SignIn),
            ("register", RateClass::SignIn),
            ("request_reset", RateClass::SignIn),
            ("reset_password", RateClass::SignIn),
            ("change_email", RateClass::SignIn),
            ("change_password", RateClass::SignIn),
        ],
        schedules: vec![remove_expired::SCHEDULE],
        seed: Some(|app, demo| Box::pin(seed::seed(app, demo))),
        ..ModuleServer::new("customers")
    }
}
