//! Mail to one person, in the look of the store or platform it comes from.

use async_trait::async_trait;
use orion_kernel::{AppError, Locale, Work};
use serde::{Deserialize, Serialize};

/// A mail. The sender, the look and the legal footer are those of the transaction's store, or of its platform where there
/// is no store. Texts are plain; nothing in them is read as markup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailRequest {
    /// Names the mail for good within its store or platform: asked for again, it is not sent again. Such as
    /// `password_reset:<id of the request>`.
    pub key: String,
    /// What sort of mail it is, `<module>.<noun>`, such as `customers.password_reset`.
    pub template: String,
    /// The recipient's address.
    pub to: String,
    /// The language of the texts; decides that of the footer.
    pub locale: Locale,
    /// The subject, which is also the mail's heading.
    pub subject: String,
    /// What it says, a paragraph each.
    pub paragraphs: Vec<String>,
    /// What the recipient is to do.
    pub button: Option<MailButton>,
    /// A last paragraph in small print, such as "If it was not you, do nothing."; may be empty.
    pub small_print: String,
    /// It opens something: nobody else gets to see it, and it is forgotten once it is sent.
    pub is_confidential: bool,
}

/// A link as a button.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailButton {
    /// A verb, and what it is done to.
    pub label: String,
    /// Where it leads; absolute.
    pub url: String,
}

/// Sends mail.
#[async_trait]
pub trait Mails: Send + Sync {
    /// Sends a mail once the transaction has committed, and again later where the mail server is busy.
    async fn send(&self, work: &mut dyn Work, mail: MailRequest) -> Result<(), AppError>;
}

/// No mail leaves.
pub struct NullMails;

#[async_trait]
impl Mails for NullMails {
    async fn send(&self, _: &mut dyn Work, _: MailRequest) -> Result<(), AppError> {
        Ok(())
    }
}
