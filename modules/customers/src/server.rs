//! The server's half: accounts, addresses, what the back office asks, the port, the demo.

mod account;
mod addresses;
mod audit_words;
mod change_email;
mod change_password;
mod customer_details;
mod delete_account;
mod delete_customer;
mod export_account;
mod export_customers;
mod find_customers;
mod forms;
mod identity;
mod known;
mod letters;
mod link;
mod list_customers;
mod manage_account;
mod metrics;
mod port;
mod register_customer;
mod remove_expired;
mod reset_password;
mod save_address;
mod save_note;
mod save_profile;
mod seed;
mod sessions;
mod sign_in;
mod stored;
mod who;
mod write_link;

use std::sync::Arc;

use orion_contracts::{
    carts::{Carts, NullCarts},
    customers::{Customers, NullCustomers},
    orders::{NullOrders, Orders},
};
use orion_runtime::{AuditNames, JobRegistration, Migration, ModuleServer, rate_limit::RateClass};

pub use account::{account, profile};
pub use addresses::{address, addresses};
pub use change_email::{change_email, confirm_email};
pub use change_password::change_password;
pub use customer_details::customer_details;
pub use delete_account::delete_account;
pub use delete_customer::delete_customer;
pub use forms::{Registration, safe_next};
pub use link::read_link;
pub use list_customers::list_customers;
pub use manage_account::{lock_customer, send_reset_link, sign_out_customer, unlock_customer};
pub use register_customer::{confirm_registration, register_after_checkout, register_customer, resend_confirmation};
pub use remove_expired::remove_expired;
pub use reset_password::{request_reset, reset_password};
pub use save_address::{make_default, remove_address, save_address};
pub use save_note::save_note;
pub use save_profile::save_profile;
pub use sessions::{end_other_sessions, end_session, sessions};
pub use sign_in::{sign_in, sign_out};

/// What the things are called that the audit log knows by id.
const AUDIT_NAMES: &[AuditNames] = &[AuditNames {
    kind: "customer",
    for_operators: false,
    statement: "select id, concat_ws(' ', first_name, last_name) from customers.customers
                        where store_id = any($1) and id = any($2)",
}];

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
            Migration { version: 3, name: "create_links", sql: include_str!("../migrations/0003_create_links.sql") },
            Migration {
                version: 4,
                name: "find_customers",
                sql: include_str!("../migrations/0004_find_customers.sql"),
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
        routes: Some(|app| export_customers::routes(app.clone()).merge(export_account::routes(app))),
        jobs: vec![JobRegistration::of::<write_link::WriteLink>("customers")],
        // What takes a token may be tried as often as any change: nobody guesses 256 bits.
        rate_classes: &[
            ("sign_in", RateClass::SignIn),
            ("register", RateClass::SignIn),
            ("resend_confirmation", RateClass::SignIn),
            ("delete_account", RateClass::SignIn),
            ("send_reset_link", RateClass::SignIn),
            ("link", RateClass::Read),
            ("sessions", RateClass::Read),
            ("request_reset", RateClass::SignIn),
            ("change_email", RateClass::SignIn),
            ("change_password", RateClass::SignIn),
        ],
        schedules: vec![remove_expired::SCHEDULE],
        seed: Some(|app, demo| Box::pin(seed::seed(app, demo))),
        audit_words: audit_words::audit_words,
        audit_names: AUDIT_NAMES,
        search: vec![find_customers::provider()],
        ..ModuleServer::new("customers")
    }
}
