//! Keeps mail in files and sends none, for development and tests.

use std::{io, path::PathBuf};

use lettre::Address;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use tokio::fs;
use uuid::Uuid;

use super::{Mail, MailError, message};
use crate::ctx::new_uuid;

/// How many mails are kept.
const KEPT: usize = 200;

/// A mail that was not sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CapturedMail {
    /// The name of its file without the ending; sorts by time.
    pub id: String,
    /// When it would have been sent.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The recipient's address.
    pub to: String,
    /// The name shown as the sender.
    pub from_name: String,
    /// Where answers go.
    pub reply_to: Option<String>,
    /// The subject.
    pub subject: String,
    /// The body as plain text.
    pub text: String,
    /// The body as HTML.
    pub html: Option<String>,
    /// The mail's own id.
    pub message_id: String,
}

pub(super) struct Capture {
    folder: PathBuf,
    from: Address,
}

impl Capture {
    pub(super) fn new(folder: PathBuf, from: &str) -> Result<Self, MailError> {
        Ok(Self { folder, from: message::sender(from)? })
    }

    /// Writes the mail as it would have gone out, and what a page shows of it. Refuses what a server would.
    pub(super) async fn keep(&self, mail: &Mail) -> Result<(), MailError> {
        let message = message::build(mail, &self.from)?;
        let id = new_uuid();
        let captured = CapturedMail {
            id: id.to_string(),
            at: sent_at(id),
            to: mail.to.clone(),
            from_name: mail.from_name.clone(),
            reply_to: mail.reply_to.clone(),
            subject: mail.subject.clone(),
            text: mail.text.clone(),
            html: mail.html.clone(),
            message_id: mail.message_id.clone(),
        };
        self.write(&captured, &message.formatted())
            .await
            .map_err(|error| MailError::Transient(format!("{}: {error}", self.folder.display())))?;
        tracing::info!("mail to {} captured, subject {:?}", mail.to, mail.subject);
        Ok(())
    }

    /// The latest first.
    pub(super) async fn list(&self) -> io::Result<Vec<CapturedMail>> {
        let mut mails = Vec::new();
        for id in self.ids().await?.into_iter().rev().take(KEPT) {
            // Another process may be writing or removing it right now.
            if let Ok(json) = fs::read(self.folder.join(format!("{id}.json"))).await
                && let Ok(mail) = serde_json::from_slice(&json)
            {
                mails.push(mail);
            }
        }
        Ok(mails)
    }

    async fn write(&self, captured: &CapturedMail, raw: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.folder).await?;
        fs::write(self.folder.join(format!("{}.eml", captured.id)), raw).await?;
        let unfinished = self.folder.join(format!("{}.tmp", captured.id));
        fs::write(&unfinished, serde_json::to_vec_pretty(captured)?).await?;
        fs::rename(&unfinished, self.folder.join(format!("{}.json", captured.id))).await?;
        self.prune().await
    }

    async fn prune(&self) -> io::Result<()> {
        let ids = self.ids().await?;
        for id in ids.iter().take(ids.len().saturating_sub(KEPT)) {
            for ending in ["json", "eml"] {
                match fs::remove_file(self.folder.join(format!("{id}.{ending}"))).await {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// Oldest first.
    async fn ids(&self) -> io::Result<Vec<String>> {
        let mut entries = match fs::read_dir(&self.folder).await {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut ids = Vec::new();
        while let Some(entry) = entries.next_entry().await? {
            if let Some(id) = entry.file_name().to_str().and_then(|name| name.strip_suffix(".json")) {
                ids.push(id.to_owned());
            }
        }
        ids.sort();
        Ok(ids)
    }
}

/// The moment a version 7 UUID was made.
fn sent_at(id: Uuid) -> OffsetDateTime {
    id.get_timestamp()
        .and_then(|made| i64::try_from(made.to_unix().0).ok())
        .and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok())
        .unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::Mailer;

    fn mail(subject: &str) -> Mail {
        Mail {
            to: "buyer@example.lu".to_owned(),
            from_name: "Shop".to_owned(),
            reply_to: None,
            subject: subject.to_owned(),
            text: "Hello".to_owned(),
            html: None,
            message_id: "m-1".to_owned(),
        }
    }

    #[tokio::test]
    async fn keeps_the_latest_for_every_process() {
        let data_dir = std::env::temp_dir().join(format!("orion-mail-{}", new_uuid()));
        let mailer = Mailer::capturing(&data_dir, "no-reply@orion.example").expect("a mailer");
        assert_eq!(mailer.captured().await.expect("an empty list"), []);
        for number in 0..KEPT + 2 {
            mailer.send(&mail(&format!("Mail {number}"))).await.expect("captured");
        }
        let other = Mailer::capturing(&data_dir, "no-reply@orion.example").expect("a mailer");
        let subjects: Vec<_> = other.captured().await.expect("a list").into_iter().map(|mail| mail.subject).collect();
        assert_eq!(subjects.len(), KEPT);
        assert_eq!(subjects.first().map(String::as_str), Some("Mail 201"));
        assert_eq!(subjects.last().map(String::as_str), Some("Mail 2"));
        let refused = mailer.send(&Mail { to: "nobody".to_owned(), ..mail("x") }).await.expect_err("refused");
        assert!(refused.is_permanent());
        std::fs::remove_dir_all(data_dir).expect("cleaned up");
    }
}
