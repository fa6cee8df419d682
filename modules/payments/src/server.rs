//! The server's half: providers, verbs, questions, the port, the pretend provider of development.

mod audit_words;
mod card_protocol;
mod close_payment;
mod development;
mod fake_provider;
mod first_method;
mod http;
mod lead_on;
mod ledger;
mod list_payments;
mod notices;
mod open_payment;
mod payment_page;
mod port;
mod provider;
mod reactions;
mod receive_webhook;
mod reconcile_payments;
mod refund_payment;
mod return_from_provider;
mod routes;
mod seed;
mod send_refund;
mod settings;
mod settle_payment;
mod signature;
mod start_payment;
mod stored;

use std::sync::Arc;

use orion_contracts::payments::{NullPaymentOutcomes, PaymentOutcomes, Payments};
use orion_runtime::{JobRegistration, Migration, ModuleServer, settings::Settings};

pub use close_payment::close_payment;
pub use lead_on::lead_on;
pub use list_payments::list_payments;
pub use open_payment::open_payment;
pub use payment_page::payment_page;
pub use reconcile_payments::reconcile_payments;
pub use refund_payment::refund_by_hand;
pub use return_from_provider::return_from_provider;
pub use send_refund::{mark_refund_sent, retry_refund, send_late_refunds};

/// What the module registers.
#[must_use]
pub fn register() -> ModuleServer {
    ModuleServer {
        migrations: &[
            Migration {
                version: 1,
                name: "create_payments",
                sql: include_str!("../migrations/0001_create_payments.sql"),
            },
            Migration {
                version: 2,
                name: "create_fake_provider",
                sql: include_str!("../migrations/0002_create_fake_provider.sql"),
            },
            Migration { version: 3, name: "retry_refunds", sql: include_str!("../migrations/0003_retry_refunds.sql") },
        ],
        ports: |ports| {
            ports.null::<dyn PaymentOutcomes>(Arc::new(NullPaymentOutcomes));
            ports.provide::<dyn Payments>("payments", Arc::new(port::PaymentsPort));
        },
        jobs: vec![
            JobRegistration::of::<close_payment::ClosePayment>("payments"),
            JobRegistration::of::<fake_provider::DeliverMessage>("payments"),
            JobRegistration::of::<reconcile_payments::ReconcilePayments>("payments"),
            JobRegistration::of::<send_refund::SendRefund>("payments"),
        ],
        schedules: vec![reconcile_payments::SCHEDULE],
        handlers: reactions::handlers(),
        checklist: vec![first_method::provider()],
        notices: notices::kinds(),
        settings: Some(settings::PaymentsSettings::schema()),
        routes: Some(routes::routes),
        seed: Some(|app, demo| Box::pin(seed::seed(app, demo))),
        audit_words: audit_words::audit_words,
        ..ModuleServer::new("payments")
    }
}
