//! Writes a mail into the outbox and has it sent, once for its key.

use orion_kernel::Locale;
use orion_runtime::{Result, Tx};

use super::send_mail::SendMail;
use crate::views::MailId;

/// A mail about to be written.
pub struct NewMail<'a> {
    /// Names it for good within its store or platform.
    pub key: &'a str,
    /// What sort of mail.
    pub template: &'a str,
    /// The recipient's address.
    pub to: &'a str,
    /// Its language.
    pub locale: Locale,
    /// The name shown as the sender.
    pub from_name: &'a str,
    /// Where answers go.
    pub reply_to: Option<&'a str>,
    /// The subject.
    pub subject: &'a str,
    /// The body as plain text.
    pub text: &'a str,
    /// The body as HTML.
    pub html: &'a str,
    /// Only its recipient may read it.
    pub is_confidential: bool,
}

/// Writes a mail; its job runs when the transaction commits. A mail with this key that exists already stays the only one.
pub async fn write(tx: &mut Tx, mail: &NewMail<'_>) -> Result<()> {
    let (platform, store) = (tx.ctx().platform_id(), tx.ctx().scope().store_id());
    let (id, now) = (tx.new_id::<MailId>(), tx.now());
    let written = sqlx::query(
        "insert into messaging.outbox (platform_id, id, store_id, dedupe_key, template, recipient, locale, from_name, reply_to,
             subject, body_text, body_html, is_confidential, status, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'queued', $14)
         on conflict on constraint outbox_dedupe do nothing",
    )
    .bind(platform.0)
    .bind(id.0)
    .bind(store.map(|store| store.0))
    .bind(mail.key)
    .bind(mail.template)
    .bind(mail.to)
    .bind(mail.locale.code())
    .bind(mail.from_name)
    .bind(mail.reply_to)
    .bind(mail.subject)
    .bind(mail.text)
    .bind(mail.html)
    .bind(mail.is_confidential)
    .bind(now)
    .execute(tx.conn())
    .await?;
    if written.rows_affected() > 0 {
        tx.enqueue(&SendMail { id }).await?;
    }
    Ok(())
}
