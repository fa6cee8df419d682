//! Sends a mail once more.

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};

use super::send_mail::SendMail;
use crate::views::MailId;

/// Sends a mail of this store once more, with the same content.
///
/// # Errors
///
/// `Conflict` while it waits to be sent, or when its content is forgotten.
pub async fn resend_mail(ctx: &Ctx, id: MailId) -> Result<()> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let found: Option<(String, bool)> = sqlx::query_as(
        "select status, body_text = '' from messaging.outbox
         where platform_id = $1 and store_id = $2 and id = $3 for update",
    )
    .bind(ctx.platform_id().0)
    .bind(store.0)
    .bind(id.0)
    .fetch_optional(tx.conn())
    .await?;
    let (status, is_forgotten) = found.ok_or_else(AppError::not_found)?;
    if status == "queued" {
        return Err(AppError::conflict("mail_is_queued").into());
    }
    if is_forgotten {
        return Err(AppError::conflict("mail_is_forgotten").into());
    }
    sqlx::query(
        "update messaging.outbox set status = 'queued', resends = resends + 1, last_error = ''
         where platform_id = $1 and store_id = $2 and id = $3",
    )
    .bind(ctx.platform_id().0)
    .bind(store.0)
    .bind(id.0)
    .execute(tx.conn())
    .await?;
    tx.enqueue(&SendMail { id }).await?;
    tx.audit("messages.resent", ("mail", id), ()).await?;
    tx.commit().await
}
