//! The server's half: pricing, keeping, ordering, what payments lead to.

mod check_draft;
mod checkout_page;
mod complete_checkout;
mod completion;
mod expire_checkouts;
mod outcomes;
mod paths;
mod place;
mod postcode;
mod price;
mod settings;
mod state;
mod stored;
mod submit_checkout;
mod token;

use std::sync::Arc;

use orion_contracts::payments::PaymentOutcomes;
use orion_runtime::{Migration, ModuleServer, settings::Settings};

pub use checkout_page::checkout_page;
pub use completion::completion;
pub use submit_checkout::{Submission, submit_checkout};

/// What the module registers.
#[must_use]
pub fn register() -> ModuleServer {
    ModuleServer {
        migrations: &[Migration {
            version: 1,
            name: "create_checkouts",
            sql: include_str!("../migrations/0001_create_checkouts.sql"),
        }],
        ports: |ports| ports.provide::<dyn PaymentOutcomes>("checkout", Arc::new(outcomes::Outcomes)),
        schedules: vec![expire_checkouts::SCHEDULE],
        settings: Some(settings::CheckoutSettings::schema()),
        ..ModuleServer::new("checkout")
    }
}
