//! What is there to know of a mail?

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};
use time::OffsetDateTime;

use crate::{
    model::Status,
    views::{Content, MailId, MailView},
};

#[derive(sqlx::FromRow)]
struct Row {
    template: String,
    recipient: String,
    locale: String,
    from_name: String,
    reply_to: Option<String>,
    subject: String,
    body_text: String,
    body_html: String,
    is_confidential: bool,
    #[sqlx(try_from = "String")]
    status: Status,
    attempts: i32,
    last_error: String,
    created_at: OffsetDateTime,
    sent_at: Option<OffsetDateTime>,
}

/// A mail of this store. The bodies of a confidential one stay on the server, sent or not.
///
/// # Errors
///
/// `NotFound`.
pub async fn mail_details(ctx: &Ctx, id: MailId) -> Result<MailView> {
    let mut tx = ctx.begin().await?;
    let row: Row = sqlx::query_as(
        "select template, recipient, locale, from_name, reply_to, subject,
                case when is_confidential then '' else body_text end as body_text,
                case when is_confidential then '' else body_html end as body_html,
                is_confidential, status, attempts, last_error, created_at, sent_at
         from messaging.outbox where platform_id = $1 and store_id = $2 and id = $3",
    )
    .bind(ctx.platform_id().0)
    .bind(ctx.store_id()?.0)
    .bind(id.0)
    .fetch_optional(tx.conn())
    .await?
    .ok_or_else(AppError::not_found)?;
    Ok(MailView {
        id,
        template: row.template,
        recipient: row.recipient,
        locale: row.locale,
        from_name: row.from_name,
        reply_to: row.reply_to,
        status: row.status,
        attempts: row.attempts,
        last_error: row.last_error,
        created_at: row.created_at,
        sent_at: row.sent_at,
        is_confidential: row.is_confidential,
        content: Content { subject: row.subject, html: row.body_html, text: row.body_text },
    })
}
