//! What operators have done with a store, and the exports there are of it.

use orion_kernel::StoreId;
use orion_runtime::{Result, Tx};
use serde_json::Value;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    server::deeds::in_words,
    views::{Deed, ExportId, ExportRow},
};

/// Entries shown.
const SHOWN: i64 = 20;

#[derive(sqlx::FromRow)]
struct Row {
    action: String,
    actor_name: String,
    after: Option<Value>,
    at: OffsetDateTime,
}

/// What was written into the platform's log about a thing, the latest first.
pub async fn history(tx: &mut Tx, subject: &str, id: &str) -> Result<Vec<Deed>> {
    let locale = tx.ctx().locale();
    let platform = tx.ctx().platform_id();
    let rows: Vec<Row> = sqlx::query_as(
        "select action, actor_name, after, at from orion.audit_log
         where platform_id = $1 and subject_kind = $2 and subject_id = $3 and action like 'tenancy.%'
         order by at desc, id desc limit $4",
    )
    .bind(platform.0)
    .bind(subject)
    .bind(id)
    .bind(SHOWN)
    .fetch_all(tx.conn())
    .await?;
    let deeds = rows.into_iter().map(|row| {
        let said = |key: &str| row.after.as_ref().and_then(|after| after[key].as_str()).unwrap_or_default().to_owned();
        Deed {
            text: in_words(locale, &row.action).map_or_else(|| row.action.clone(), str::to_owned),
            detail: said("reason"),
            action: row.action,
            by: row.actor_name,
            at: row.at,
        }
    });
    Ok(deeds.collect())
}

#[derive(sqlx::FromRow)]
struct Export {
    id: Uuid,
    status: String,
    requested_by_name: String,
    requested_at: OffsetDateTime,
    expires_at: Option<OffsetDateTime>,
    bytes: i64,
    row_count: i64,
}

/// The last exports of a store.
pub async fn exports(tx: &mut Tx, store: StoreId) -> Result<Vec<ExportRow>> {
    let platform = tx.ctx().platform_id();
    let rows: Vec<Export> = sqlx::query_as(
        "select id, status, requested_by_name, requested_at, expires_at, bytes, row_count from tenancy.exports
         where platform_id = $1 and store_id = $2 order by requested_at desc limit 5",
    )
    .bind(platform.0)
    .bind(store.0)
    .fetch_all(tx.conn())
    .await?;
    let exports = rows.into_iter().map(|row| ExportRow {
        id: ExportId(row.id),
        status: row.status,
        requested_by: row.requested_by_name,
        requested_at: row.requested_at,
        expires_at: row.expires_at,
        bytes: row.bytes,
        rows: row.row_count,
    });
    Ok(exports.collect())
}
