//! One entry of the log in full.

use orion_kernel::AppError;
use orion_runtime::{Result, Tx, audit};
use uuid::Uuid;

use super::{
    changes::changes,
    words::{AuditWords, actor_kind},
};
use crate::views::AuditDetails;

/// The entry; the transaction decides whose may be seen.
pub async fn audit_details(tx: &mut Tx, id: Uuid) -> Result<AuditDetails> {
    let ctx = tx.ctx().clone();
    let found = audit::find(tx.conn(), ctx.platform_id(), ctx.scope().store_id(), id).await?;
    let entry = found.ok_or_else(AppError::not_found)?;
    let locale = ctx.locale();
    Ok(AuditDetails {
        row: AuditWords::new(ctx.app(), locale).row(locale, &entry),
        actor_kind: actor_kind(locale, &entry.actor_kind).to_owned(),
        request_id: entry.request_id.unwrap_or_default(),
        changes: changes(entry.before.as_ref(), entry.after.as_ref()),
    })
}
