//! The audit log, newest first.

use orion_kernel::Paged;
use orion_runtime::{
    Result, Tx,
    audit::{self, AuditFilter},
};
use orion_ui::IndexQuery;

use crate::views::AuditRow;

/// A page of it; the transaction decides whose.
pub async fn list_audit(tx: &mut Tx, query: &IndexQuery) -> Result<Paged<AuditRow>> {
    let filter = AuditFilter {
        store_id: tx.ctx().scope().store_id(),
        action: Some(query.search.trim().to_owned()).filter(|action| !action.is_empty()),
        ..AuditFilter::of_platform(tx.ctx().platform_id())
    };
    let entries = audit::list(tx.conn(), &filter, query.page()).await?;
    Ok(entries.map(|entry| AuditRow {
        at: entry.at,
        actor: entry.actor_name,
        action: entry.action,
        subject: entry.subject_kind.zip(entry.subject_id).map(|(kind, id)| format!("{kind} {id}")).unwrap_or_default(),
        ip: entry.ip.unwrap_or_default(),
    }))
}
