//! Writes an entry, in the transaction of the deed.

use serde_json::Value;
use sqlx::PgConnection;

use super::{Actor, AuditScope};
use crate::ctx::new_uuid;

/// What was done.
#[derive(Clone, Copy, Debug, Default)]
pub struct Deed<'a> {
    /// `<module>.<past participle>`, such as `orders.cancelled`.
    pub action: &'a str,
    /// What it was done to: the kind, such as `order`, and the id.
    pub subject: Option<(&'a str, &'a str)>,
    /// What mattered of it before.
    pub before: Option<&'a Value>,
    /// What mattered of it afterwards.
    pub after: Option<&'a Value>,
    /// The address it was done from.
    pub ip: Option<&'a str>,
    /// The request it was done in.
    pub request_id: Option<&'a str>,
}

/// Writes an entry. No secrets and no payment data go into `before` and `after`.
///
/// # Errors
///
/// The database refuses or cannot be reached.
pub async fn write(
    conn: &mut PgConnection,
    scope: &AuditScope,
    actor: &Actor,
    deed: &Deed<'_>,
) -> Result<(), sqlx::Error> {
    let (subject_kind, subject_id) = deed.subject.unzip();
    sqlx::query(
        "insert into orion.audit_log (platform_id, id, merchant_id, store_id, actor_kind, actor_id, actor_name, action, \
                                      subject_kind, subject_id, before, after, ip, request_id) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(scope.platform_id.0)
    .bind(new_uuid())
    .bind(scope.merchant_id.map(|id| id.0))
    .bind(scope.store_id.map(|id| id.0))
    .bind(actor.kind.code())
    .bind(actor.id)
    .bind(&actor.name)
    .bind(deed.action)
    .bind(subject_kind)
    .bind(subject_id)
    .bind(deed.before)
    .bind(deed.after)
    .bind(deed.ip)
    .bind(deed.request_id)
    .execute(conn)
    .await
    .map(drop)
}
