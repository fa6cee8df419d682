//! The server's half: the outbox, its job, the reactions, the port.

mod audit_words;
mod captured_mails;
mod letter;
mod list_mails;
mod mail_details;
mod order_letters;
mod outbox;
mod place;
mod port;
mod preview_template;
mod reactions;
mod remove_old;
mod resend_mail;
mod send_mail;

use std::sync::Arc;

use orion_contracts::mails::{Mails, NullMails};
use orion_runtime::{JobRegistration, Migration, ModuleServer, rate_limit::RateClass};

pub use captured_mails::{captured_mail, captured_mails};
pub use list_mails::{count_mails, list_mails};
pub use mail_details::mail_details;
pub use preview_template::preview_template;
pub use resend_mail::resend_mail;

/// What the module registers.
#[must_use]
pub fn register() -> ModuleServer {
    ModuleServer {
        migrations: &[
            Migration { version: 1, name: "create_outbox", sql: include_str!("../migrations/0001_create_outbox.sql") },
            Migration {
                version: 2,
                name: "keep_for_ninety_days",
                sql: include_str!("../migrations/0002_keep_for_ninety_days.sql"),
            },
        ],
        jobs: vec![JobRegistration::of::<send_mail::SendMail>("messaging")],
        schedules: vec![remove_old::SCHEDULE],
        handlers: reactions::handlers(),
        rate_classes: &[
            ("list_mails", RateClass::Read),
            ("count_mails", RateClass::Read),
            ("mail_details", RateClass::Read),
            ("preview_template", RateClass::Read),
            ("captured_mails", RateClass::Read),
            ("captured_mail", RateClass::Read),
        ],
        ports: |ports| {
            ports.null::<dyn Mails>(Arc::new(NullMails));
            ports.provide::<dyn Mails>("messaging", Arc::new(port::MailsPort));
        },
        audit_words: audit_words::audit_words,
        ..ModuleServer::new("messaging")
    }
}
