//! Which keys does the store have?

use orion_runtime::{Ctx, Result};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    server::roles::{Realm, groups, labels},
    views::{ApiKeyId, ApiKeyRow, ApiKeysPage},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    prefix: String,
    scopes: Vec<String>,
    created_by_name: String,
    created_at: OffsetDateTime,
    expires_at: Option<OffsetDateTime>,
    last_used_at: Option<OffsetDateTime>,
}

/// The store's keys that were not revoked, the latest first, and what a new one can be allowed.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn list_api_keys(ctx: &Ctx) -> Result<ApiKeysPage> {
    let realm = Realm::Team(ctx.merchant_id()?.0);
    let mut tx = ctx.begin().await?;
    let rows: Vec<Row> = sqlx::query_as(
        "select id, name, prefix, scopes, created_by_name, created_at, expires_at, last_used_at
         from tenancy.api_keys where store_id = $1 and revoked_at is null order by created_at desc, id",
    )
    .bind(ctx.store_id()?.0)
    .fetch_all(tx.conn())
    .await?;
    let keys = rows
        .into_iter()
        .map(|row| ApiKeyRow {
            id: ApiKeyId(row.id),
            scopes: labels(realm, ctx, &row.scopes),
            name: row.name,
            prefix: row.prefix,
            created_by: row.created_by_name,
            created_at: row.created_at,
            expires_at: row.expires_at,
            last_used_at: row.last_used_at,
            is_expired: row.expires_at.is_some_and(|at| at <= ctx.now()),
        })
        .collect();
    Ok(ApiKeysPage { keys, groups: groups(realm, ctx) })
}
