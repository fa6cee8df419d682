//! Whose key is it?

use async_trait::async_trait;
use orion_kernel::StoreId;
use orion_runtime::{
    App, Result,
    api_key::{ApiKey, ApiKeys},
    ctx::begin_unscoped,
};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

/// The last use is written down at most this often.
const TOUCH: Duration = Duration::minutes(5);

/// Finds keys by their hash.
pub struct StoredApiKeys;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    scopes: Vec<String>,
    last_used_at: Option<OffsetDateTime>,
}

#[async_trait]
impl ApiKeys for StoredApiKeys {
    async fn find(&self, app: &App, store: StoreId, hash: &[u8], now: OffsetDateTime) -> Result<Option<ApiKey>> {
        let mut tx = begin_unscoped(app).await?;
        let row: Option<Row> = sqlx::query_as(
            "select id, name, scopes, last_used_at from tenancy.api_keys
             where store_id = $3 and token_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)",
        )
        .bind(hash)
        .bind(now)
        .bind(store.0)
        .fetch_optional(&mut *tx)
        .await?;
        let Some(row) = row else { return Ok(None) };
        if row.last_used_at.is_none_or(|used| now - used > TOUCH) {
            sqlx::query("update tenancy.api_keys set last_used_at = $3 where store_id = $1 and id = $2")
                .bind(store.0)
                .bind(row.id)
                .bind(now)
                .execute(&mut *tx)
                .await?;
        }
        tx.commit().await?;
        Ok(Some(ApiKey { id: row.id, name: row.name, scopes: row.scopes }))
    }
}
