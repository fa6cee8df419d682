//! Mail: over SMTP, or captured into files where no server is configured.

mod capture;
mod message;
mod smtp;

use std::{fmt, path::Path, sync::Arc};

use capture::Capture;
pub use capture::CapturedMail;
use smtp::Smtp;

/// A mail to one person.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The recipient's address.
    pub to: String,
    /// The name shown as the sender, such as the store's; the address is the installation's.
    pub from_name: String,
    /// Where answers go.
    pub reply_to: Option<String>,
    /// The subject.
    pub subject: String,
    /// The body as plain text.
    pub text: String,
    /// The body as HTML, beside the plain one.
    pub html: Option<String>,
    /// Names this mail for good: letters, digits, `.`, `_` and `-`. Sent twice, it carries the same `Message-ID`.
    pub message_id: String,
}

/// Sends mail. Cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    transport: Arc<Transport>,
}

enum Transport {
    Smtp(Smtp),
    Capture(Capture),
}

/// Why a mail was not sent.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// It will never be: the address or the message is refused.
    #[error("refused: {0}")]
    Permanent(String),
    /// The server cannot be reached or is busy.
    #[error("not sent: {0}")]
    Transient(String),
}

impl MailError {
    /// Whether sending it again is useless.
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        matches!(self, Self::Permanent(_))
    }
}

impl Mailer {
    /// A mailer for an SMTP server: `smtp://user:password@host:587?tls=required` (STARTTLS), `smtps://…` (TLS from the
    /// start), or `smtp://…` (none). All mail comes from the address in
    /// `from`, with or without a name before it.
    ///
    /// # Errors
    ///
    /// The address of the server or of the sender cannot be read.
    pub fn smtp(url: &str, from: &str) -> Result<Self, MailError> {
        Ok(Self { transport: Arc::new(Transport::Smtp(Smtp::new(url, from)?)) })
    }

    /// A mailer that sends nothing and keeps the last 200 mails in `<data_dir>/mail`, for development and tests. All
    /// processes that share the folder see them.
    ///
    /// # Errors
    ///
    /// The sender's address cannot be read.
    pub fn capturing(data_dir: &Path, from: &str) -> Result<Self, MailError> {
        Ok(Self { transport: Arc::new(Transport::Capture(Capture::new(data_dir.join("mail"), from)?)) })
    }

    /// Sends a mail, or captures it.
    ///
    /// # Errors
    ///
    /// It was not sent.
    pub async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        match &*self.transport {
            Transport::Smtp(smtp) => smtp.send(mail).await,
            Transport::Capture(capture) => capture.keep(mail).await,
        }
    }

    /// Whether mail could leave right now, by greeting the server; captured mail always can.
    ///
    /// # Errors
    ///
    /// What is wrong, for operators.
    pub async fn check(&self) -> Result<(), String> {
        match &*self.transport {
            Transport::Smtp(smtp) => smtp.check().await,
            Transport::Capture(_) => Ok(()),
        }
    }

    /// The captured mails, the latest first; none where mail is really sent.
    ///
    /// # Errors
    ///
    /// The folder cannot be read.
    pub async fn captured(&self) -> std::io::Result<Vec<CapturedMail>> {
        match &*self.transport {
            Transport::Smtp(_) => Ok(Vec::new()),
            Transport::Capture(capture) => capture.list().await,
        }
    }

    /// Whether mail is captured and not sent.
    #[must_use]
    pub fn is_capturing(&self) -> bool {
        matches!(&*self.transport, Transport::Capture(_))
    }
}

impl fmt::Debug for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mailer").field("is_capturing", &self.is_capturing()).finish()
    }
}
