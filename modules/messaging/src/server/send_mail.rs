//! The job that sends a mail of the outbox.

use orion_runtime::{
    Ctx, Job, JobCtx, JobError, Result,
    mail::{Mail, MailError},
};
use serde::{Deserialize, Serialize};

use crate::views::MailId;

/// Sends one mail. Run twice, it does nothing the second time; should the process die between sending and noting it, the
/// mail goes out again under the same Message-ID.
#[derive(Serialize, Deserialize)]
pub struct SendMail {
    /// The mail.
    pub id: MailId,
}

impl Job for SendMail {
    const NAME: &'static str = "messaging.send_mail";
    /// The waits grow: a mail server may be down for the better part of a day.
    const MAX_ATTEMPTS: i16 = 14;

    async fn run(self, job: JobCtx) -> Result<(), JobError> {
        let ctx = job.ctx().await?;
        let Some(mail) = take(&ctx, self.id).await? else { return Ok(()) };
        // No transaction is open while the mail server takes its time.
        let sent = ctx.app().mailer().send(&mail).await;
        match &sent {
            Ok(()) => note_sent(&ctx, self.id).await?,
            Err(error) => note_failure(&ctx, self.id, error, error.is_permanent() || job.is_last_attempt()).await?,
        }
        Ok(sent?)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    recipient: String,
    from_name: String,
    reply_to: Option<String>,
    subject: String,
    body_text: String,
    body_html: String,
    resends: i32,
}

/// The mail, counted as tried; `None` when it is sent already or gone.
async fn take(ctx: &Ctx, id: MailId) -> Result<Option<Mail>> {
    let mut tx = ctx.begin().await?;
    let row: Option<Row> = sqlx::query_as(
        "update messaging.outbox set attempts = attempts + 1
         where platform_id = $1 and id = $2 and store_id is not distinct from $3 and status = 'queued'
         returning recipient, from_name, reply_to, subject, body_text, body_html, resends",
    )
    .bind(ctx.platform_id().0)
    .bind(id.0)
    .bind(ctx.scope().store_id().map(|store| store.0))
    .fetch_optional(tx.conn())
    .await?;
    tx.commit().await?;
    Ok(row.map(|row| Mail {
        to: row.recipient,
        from_name: row.from_name,
        reply_to: row.reply_to,
        subject: row.subject,
        text: row.body_text,
        html: Some(row.body_html).filter(|html| !html.is_empty()),
        message_id: format!("{id}.{}", row.resends),
    }))
}

async fn note_sent(ctx: &Ctx, id: MailId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let now = tx.now();
    sqlx::query(
        "update messaging.outbox set status = 'sent', sent_at = $4, last_error = '',
             body_text = case when is_confidential then '' else body_text end,
             body_html = case when is_confidential then '' else body_html end
         where platform_id = $1 and id = $2 and store_id is not distinct from $3",
    )
    .bind(ctx.platform_id().0)
    .bind(id.0)
    .bind(ctx.scope().store_id().map(|store| store.0))
    .bind(now)
    .execute(tx.conn())
    .await?;
    tx.commit().await
}

async fn note_failure(ctx: &Ctx, id: MailId, error: &MailError, is_final: bool) -> Result<()> {
    let mut tx = ctx.begin().await?;
    sqlx::query(
        "update messaging.outbox set status = case when $4 then 'failed' else status end, last_error = $5
         where platform_id = $1 and id = $2 and store_id is not distinct from $3",
    )
    .bind(ctx.platform_id().0)
    .bind(id.0)
    .bind(ctx.scope().store_id().map(|store| store.0))
    .bind(is_final)
    .bind(error.to_string())
    .execute(tx.conn())
    .await?;
    tx.commit().await
}
