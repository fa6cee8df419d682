//! Where the pages are, below a frontend's base.

/// What was sent, in the back office.
pub const OUTBOX: &str = "/messages";
/// What is sent when.
pub const TEMPLATES: &str = "/messages/templates";
/// Captured mails, in the admin.
pub const CAPTURED: &str = "/mail";

/// One mail.
#[must_use]
pub fn mail(id: crate::views::MailId) -> String {
    format!("/messages/{id}")
}

/// A template in a language.
#[must_use]
pub fn template(code: &str, language: &str) -> String {
    format!("/messages/templates/{code}/{language}")
}

/// One captured mail.
#[must_use]
pub fn captured(id: &str) -> String {
    format!("/mail/{id}")
}
