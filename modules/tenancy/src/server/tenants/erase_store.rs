//! Removes everything of a store whose waiting time is over, table by table, in pieces that can be interrupted anywhere.
//!
//! What is append-only goes too, the ledger of its payments included: the books are the merchant's to keep, who takes them
//! along in an export. The audit log stays.

use std::{collections::BTreeMap, sync::Arc};

use futures::future::BoxFuture;
use orion_kernel::{AppError, Locale, PlatformId, StoreId};
use orion_runtime::{
    App, Job, JobCtx, JobError, PlatformCtx, Queue, Result, Schedule, Tx, failpoint, invalidation,
    jobs::{self, EnqueueOptions, JobScope},
    scope::Platform,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

use super::store_tables::{StoreTable, store_tables};
use crate::server::directory::STORES;

/// How many rows go at a time, so that nobody waits for a lock.
const BATCH: i32 = 2_000;

/// Every hour, for every store whose time has come, and for those that an earlier run did not finish.
pub const ERASE_DUE: Schedule =
    Schedule { name: "tenancy.erase_due_stores", module: "tenancy", cron: "50 * * * *", enqueue };

fn enqueue<'a>(
    _: &'a App,
    conn: &'a mut PgConnection,
    platforms: &'a [Arc<Platform>],
) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(async move { Ok(enqueue_due(conn, platforms).await?) })
}

async fn enqueue_due(conn: &mut PgConnection, platforms: &[Arc<Platform>]) -> Result<()> {
    let due: Vec<(Uuid, Uuid)> = sqlx::query_as(
        "select platform_id, id from tenancy.stores where delete_after <= now() order by delete_after limit 100",
    )
    .fetch_all(&mut *conn)
    .await?;
    for (platform, store) in due {
        if !platforms.iter().any(|known| known.id.0 == platform) {
            continue;
        }
        let scope =
            JobScope { platform_id: PlatformId(platform), merchant_id: None, store_id: None, locale: Locale::En };
        let once = EnqueueOptions { key: Some(store.to_string()), ..EnqueueOptions::default() };
        jobs::enqueue_with(conn, &scope, "schedule", &EraseStore { store: StoreId(store) }, &once).await?;
    }
    Ok(())
}

/// Removes a store.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct EraseStore {
    /// Which.
    pub store: StoreId,
}

impl Job for EraseStore {
    const NAME: &'static str = "tenancy.erase_store";
    const QUEUE: Queue = Queue::LongRunning;

    async fn run(self, job: JobCtx) -> Result<(), JobError> {
        let ctx = PlatformCtx::system(&job.ctx().await?);
        erase_store(&ctx, self.store).await.map_err(|error| AppError::from(error).into())
    }
}

/// Removes a store whose waiting time is over; nothing happens to any other, and to one that is gone.
///
/// # Errors
///
/// The database or the files cannot be reached; what was removed stays removed, and the next run goes on.
pub async fn erase_store(ctx: &PlatformCtx, store: StoreId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let code: Option<String> = sqlx::query_scalar(
        "update tenancy.stores set erasing_since = coalesce(erasing_since, $3)
         where platform_id = $1 and id = $2 and delete_after <= $3 returning code",
    )
    .bind(ctx.platform_id().0)
    .bind(store.0)
    .bind(ctx.now())
    .fetch_optional(tx.conn())
    .await?;
    let Some(code) = code else { return Ok(()) };
    let tables = store_tables(tx.conn()).await?;
    tx.commit().await?;
    jobs::discard_of_store(ctx.app(), store).await?;
    let mut removed = BTreeMap::new();
    for table in &tables {
        loop {
            let mut tx = ctx.begin().await?;
            let some = erase_rows(&mut tx, table, store).await?;
            tx.commit().await?;
            failpoint("tenancy.erase").await?;
            *removed.entry(table.name.clone()).or_insert(0) += some;
            if some < i64::from(BATCH) {
                break;
            }
        }
    }
    ctx.app().files().delete_all(store.0).await?;
    finish(ctx, store, &code, &tables, &removed).await
}

async fn erase_rows(tx: &mut Tx, table: &StoreTable, store: StoreId) -> Result<i64> {
    let removed = sqlx::query_scalar("select tenancy.erase_rows($1::regclass, $2, $3)")
        .bind(&table.name)
        .bind(store.0)
        .bind(BATCH)
        .fetch_one(tx.conn())
        .await?;
    Ok(removed)
}

/// What was written in the meantime goes together with the store itself.
async fn finish(
    ctx: &PlatformCtx,
    store: StoreId,
    code: &str,
    tables: &[StoreTable],
    removed: &BTreeMap<String, i64>,
) -> Result<()> {
    let mut tx = ctx.begin().await?;
    for table in tables {
        while erase_rows(&mut tx, table, store).await? > 0 {}
    }
    sqlx::query("delete from orion.settings where scope = 'store' and scope_id = $1")
        .bind(store.0)
        .execute(tx.conn())
        .await?;
    sqlx::query("delete from tenancy.stores where platform_id = $1 and id = $2")
        .bind(ctx.platform_id().0)
        .bind(store.0)
        .execute(tx.conn())
        .await?;
    let rows: BTreeMap<&String, &i64> = removed.iter().filter(|(_, rows)| **rows > 0).collect();
    tx.audit("tenancy.store_deleted", ("store", code), json!({ "rows": rows })).await?;
    invalidation::publish(tx.conn(), STORES, &store.to_string()).await?;
    tx.commit().await?;
    ctx.app().directory().forget();
    Ok(())
}
