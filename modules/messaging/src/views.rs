//! What pages show of mails.

use orion_kernel::{Locale, typed_id};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::model::Status;

typed_id!(MailId, "A mail in the outbox.");

/// A mail in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailRow {
    /// The mail.
    pub id: MailId,
    /// What sort of mail.
    pub template: String,
    /// To whom.
    pub recipient: String,
    /// About what.
    pub subject: String,
    /// How it stands.
    pub status: Status,
    /// When it was written.
    pub created_at: OffsetDateTime,
}

/// A mail in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailView {
    /// The mail.
    pub id: MailId,
    /// What sort of mail.
    pub template: String,
    /// To whom.
    pub recipient: String,
    /// In which language.
    pub locale: String,
    /// The name shown as the sender.
    pub from_name: String,
    /// Where answers go.
    pub reply_to: Option<String>,
    /// How it stands.
    pub status: Status,
    /// How often it was tried.
    pub attempts: i32,
    /// What went wrong the last time; empty when nothing did.
    pub last_error: String,
    /// When it was written.
    pub created_at: OffsetDateTime,
    /// When it was sent.
    pub sent_at: Option<OffsetDateTime>,
    /// Only its recipient may read it: the bodies are empty.
    pub is_confidential: bool,
    /// What it says.
    pub content: Content,
}

/// What a mail says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The subject.
    pub subject: String,
    /// The body as HTML.
    pub html: String,
    /// The body as plain text.
    pub text: String,
}

/// A template in one language, filled with made-up data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplatePreview {
    /// Its code.
    pub code: String,
    /// Its name in the reader's language.
    pub name: String,
    /// The language shown.
    pub locale: Locale,
    /// What it says.
    pub content: Content,
}

/// A mail that was captured instead of sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CapturedView {
    /// Its id.
    pub id: String,
    /// When it would have been sent.
    pub at: OffsetDateTime,
    /// To whom.
    pub to: String,
    /// The name shown as the sender.
    pub from_name: String,
    /// What it says; empty bodies in the list.
    pub content: Content,
}
