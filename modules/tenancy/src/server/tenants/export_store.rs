//! Puts everything of one store into an archive, to take along.

use std::{collections::BTreeMap, sync::Arc};

use futures::{TryStreamExt as _, future::BoxFuture};
use orion_kernel::{AppError, Locale, StoreId};
use orion_runtime::{
    App, Ctx, Job, JobCtx, JobError, PlatformCtx, Queue, Result, Schedule, Tx,
    files::PrivateWriter,
    jobs::{self, EnqueueOptions, JobScope},
    scope::Platform,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::{AssertSqlSafe, PgConnection};
use time::Duration;
use uuid::Uuid;

use super::{
    store_tables::{StoreTable, store_tables},
    suspend_store::lock,
    zip::Archive,
};
use crate::views::ExportId;

/// How long an export can be fetched.
const KEPT: Duration = Duration::days(7);

/// Asks for an export; a job makes it. One that is under way already is the one that is made.
///
/// # Errors
///
/// `NotFound`.
pub async fn export_store(ctx: &PlatformCtx, code: &str) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let store = lock(&mut tx, code).await?;
    let is_under_way: bool = sqlx::query_scalar(
        "select exists (select from tenancy.exports
                        where platform_id = $1 and store_id = $2 and status in ('waiting', 'running'))",
    )
    .bind(ctx.platform_id().0)
    .bind(store.id)
    .fetch_one(tx.conn())
    .await?;
    if is_under_way {
        return Ok(());
    }
    let id: ExportId = tx.new_id();
    sqlx::query(
        "insert into tenancy.exports (platform_id, id, store_id, store_code, status, requested_by_name, requested_at)
         values ($1, $2, $3, $4, 'waiting', $5, $6)",
    )
    .bind(ctx.platform_id().0)
    .bind(id.0)
    .bind(store.id)
    .bind(code)
    .bind(ctx.principal().map(|principal| principal.name.clone()).unwrap_or_default())
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    tx.enqueue_with(&ExportStore { id }, &EnqueueOptions::default()).await?;
    tx.audit("tenancy.export_requested", ("store", code), json!({ "export": id })).await?;
    tx.commit().await
}

/// Makes an export.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct ExportStore {
    id: ExportId,
}

impl Job for ExportStore {
    const NAME: &'static str = "tenancy.export_store";
    const QUEUE: Queue = Queue::LongRunning;
    const MAX_ATTEMPTS: i16 = 3;

    async fn run(self, job: JobCtx) -> Result<(), JobError> {
        let ctx = PlatformCtx::system(&job.ctx().await?);
        let made = make(&ctx, self.id).await.map_err(AppError::from);
        if let Err(error) = &made
            && job.is_last_attempt()
        {
            tracing::error!(export = %self.id, %error, "an export failed");
            set_status(&ctx, self.id, "failed").await.map_err(AppError::from)?;
        }
        Ok(made?)
    }
}

/// Writes the archive. Run again, it writes it anew.
async fn make(ctx: &PlatformCtx, id: ExportId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let store: Option<(Uuid, Uuid)> = sqlx::query_as(
        "update tenancy.exports e set status = 'running' from tenancy.stores s
         where e.platform_id = $1 and e.id = $2 and e.status <> 'ready' and s.id = e.store_id returning s.id, s.merchant_id",
    )
    .bind(ctx.platform_id().0)
    .bind(id.0)
    .fetch_optional(tx.conn())
    .await?;
    let tables = store_tables(tx.conn()).await?;
    tx.commit().await?;
    let Some((store, merchant)) = store else { return set_status_unless_ready(ctx, id).await };
    let scope = JobScope {
        platform_id: ctx.platform_id(),
        merchant_id: Some(orion_kernel::MerchantId(merchant)),
        store_id: Some(StoreId(store)),
        locale: Locale::En,
    };
    let of_store = Ctx::for_job(ctx.app(), &scope, &ctx.scope().request_id).await?;
    let out = ctx.app().files().write_private(ctx.platform_id().0, id.0);
    let mut archive = Archive::new(out, ctx.now());
    let mut counts = BTreeMap::new();
    for table in tables.iter().filter(|table| table.is_readable) {
        counts.insert(table.name.clone(), write_table(&of_store, &mut archive, table).await?);
    }
    counts.insert("tenancy.stores".to_owned(), write_query(&of_store, &mut archive, "tenancy.stores", STORE).await?);
    counts.insert("orion.settings".to_owned(), write_query(&of_store, &mut archive, "orion.settings", SETTINGS).await?);
    let files = write_files(&of_store, &mut archive, store).await?;
    let code = &of_store.store()?.code;
    let manifest = json!({ "store": code, "made_at": ctx.now().unix_timestamp(), "rows": counts, "files": files });
    archive.begin("manifest.json").await.map_err(failed)?;
    archive.write(&serde_json::to_vec_pretty(&manifest).unwrap_or_default()).await.map_err(failed)?;
    let bytes = archive.finish().await.map_err(failed)?;
    finish(ctx, id, bytes, counts.values().sum()).await
}

/// The store's own row, without what opens anything.
const STORE: &str = "select to_jsonb(t) - array(select key from jsonb_object_keys(to_jsonb(t)) as key
     where key ~ '(password|secret|token|hash)') from tenancy.stores t where id = $1";
/// What the store has set, secrets left out.
const SETTINGS: &str = "select jsonb_build_object('module', module, 'key', key, 'value', value)
     from orion.settings where scope = 'store' and scope_id = $1 and not secret";

type Out = Archive<PrivateWriter>;

/// Read as the store itself would: row-level security lets no other's rows through.
async fn write_table(ctx: &Ctx, archive: &mut Out, table: &StoreTable) -> Result<i64> {
    let without: Vec<String> = table.secret.iter().map(|column| format!("'{}'", column.replace('\'', "''"))).collect();
    let sql =
        format!("select to_jsonb(t) - array[{}]::text[] from {} t where store_id = $1", without.join(", "), table.name);
    write_query(ctx, archive, &table.name, &sql).await
}

async fn write_query(ctx: &Ctx, archive: &mut Out, name: &str, sql: &str) -> Result<i64> {
    let store = ctx.store_id()?.0;
    let mut tx: Tx = ctx.begin().await?;
    archive.begin(&format!("{}.json", name.replace('.', "/"))).await.map_err(failed)?;
    archive.write(b"[").await.map_err(failed)?;
    let mut written = 0;
    {
        let mut rows =
            sqlx::query_scalar::<_, serde_json::Value>(AssertSqlSafe(sql.to_owned())).bind(store).fetch(tx.conn());
        while let Some(row) = rows.try_next().await? {
            let separator: &[u8] = if written == 0 { b"\n" } else { b",\n" };
            archive.write(separator).await.map_err(failed)?;
            archive.write(row.to_string().as_bytes()).await.map_err(failed)?;
            written += 1;
        }
    }
    archive.write(b"\n]\n").await.map_err(failed)?;
    Ok(written)
}

async fn write_files(ctx: &Ctx, archive: &mut Out, store: Uuid) -> Result<usize> {
    let files = ctx.app().files();
    let names = files.list(store).await?;
    for name in &names {
        archive.begin(&format!("files/{name}")).await.map_err(failed)?;
        archive.write(&files.get(store, name).await?.bytes).await.map_err(failed)?;
    }
    Ok(names.len())
}

async fn finish(ctx: &PlatformCtx, id: ExportId, bytes: u64, rows: i64) -> Result<()> {
    let mut tx = ctx.begin().await?;
    sqlx::query(
        "update tenancy.exports set status = 'ready', finished_at = $3, expires_at = $4, bytes = $5, row_count = $6
         where platform_id = $1 and id = $2",
    )
    .bind(ctx.platform_id().0)
    .bind(id.0)
    .bind(ctx.now())
    .bind(ctx.now() + KEPT)
    .bind(i64::try_from(bytes).unwrap_or(i64::MAX))
    .bind(rows)
    .execute(tx.conn())
    .await?;
    tx.commit().await
}

/// The store is gone, or the export was made by an attempt that did not hear of it.
async fn set_status_unless_ready(ctx: &PlatformCtx, id: ExportId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    sqlx::query(
        "update tenancy.exports set status = 'failed' where platform_id = $1 and id = $2 and status <> 'ready'",
    )
    .bind(ctx.platform_id().0)
    .bind(id.0)
    .execute(tx.conn())
    .await?;
    tx.commit().await
}

async fn set_status(ctx: &PlatformCtx, id: ExportId, status: &str) -> Result<()> {
    let mut tx = ctx.begin().await?;
    sqlx::query("update tenancy.exports set status = $3 where platform_id = $1 and id = $2")
        .bind(ctx.platform_id().0)
        .bind(id.0)
        .bind(status)
        .execute(tx.conn())
        .await?;
    tx.commit().await
}

fn failed(error: std::io::Error) -> AppError {
    tracing::error!(%error, "an export cannot be written");
    AppError::unavailable()
}

/// Every hour, for every platform.
pub const EXPIRE: Schedule =
    Schedule { name: "tenancy.expire_exports", module: "tenancy", cron: "35 * * * *", enqueue: enqueue_expiry };

fn enqueue_expiry<'a>(
    _: &'a App,
    conn: &'a mut PgConnection,
    platforms: &'a [Arc<Platform>],
) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(async move {
        for platform in platforms {
            let scope = JobScope { platform_id: platform.id, merchant_id: None, store_id: None, locale: Locale::En };
            let queued = jobs::enqueue(conn, &scope, "schedule", &ExpireExports {}).await;
            queued.map_err(|error| AppError::from(orion_runtime::Error::from(error)))?;
        }
        Ok(())
    })
}

/// Removes the exports of a platform whose time is over.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct ExpireExports {}

impl Job for ExpireExports {
    const NAME: &'static str = "tenancy.expire_exports";
    const QUEUE: Queue = Queue::Scheduled;

    async fn run(self, job: JobCtx) -> Result<(), JobError> {
        let ctx = PlatformCtx::system(&job.ctx().await?);
        expire(&ctx).await.map_err(|error| AppError::from(error).into())
    }
}

async fn expire(ctx: &PlatformCtx) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let over: Vec<Uuid> = sqlx::query_scalar(
        "update tenancy.exports set status = 'expired' where platform_id = $1 and status = 'ready' and expires_at <= $2 returning id",
    )
    .bind(ctx.platform_id().0)
    .bind(ctx.now())
    .fetch_all(tx.conn())
    .await?;
    for id in over {
        ctx.app().files().delete_private(ctx.platform_id().0, id).await?;
    }
    tx.commit().await
}
