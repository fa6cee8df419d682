//! The record of an import: when it ran, how far it is, what was wrong.

use orion_contracts::ImportId;
use orion_kernel::AppError;
use orion_runtime::{Ctx, Result, Tx};
use serde_json::json;
use sqlx::types::Json;
use uuid::Uuid;

use super::Counts;
use crate::server::{notices::tell_of_import, product_file::RowError};

/// Most errors that are kept.
const MAX_ERRORS: usize = 10_000;

/// Records an import that is about to run.
pub async fn add_import(ctx: &Ctx, file_name: &str) -> Result<ImportId> {
    let mut tx = ctx.begin().await?;
    let id = insert(&mut tx, file_name).await?;
    tx.commit().await?;
    Ok(id)
}

/// Records an import that a worker will run, and keeps its file until then.
pub async fn wait_for_import(tx: &mut Tx, file_name: &str, content: &[u8]) -> Result<ImportId> {
    let id = insert(tx, file_name).await?;
    let store = tx.ctx().store_id()?;
    sqlx::query("insert into catalog.import_files (store_id, import_id, content) values ($1, $2, $3)")
        .bind(store.0)
        .bind(id.0)
        .bind(content)
        .execute(tx.conn())
        .await?;
    Ok(id)
}

async fn insert(tx: &mut Tx, file_name: &str) -> Result<ImportId> {
    let (store, id, now) = (tx.ctx().store_id()?, tx.new_id::<ImportId>(), tx.now());
    let name: String = file_name.chars().filter(|letter| !letter.is_control()).take(200).collect();
    sqlx::query(
        "insert into catalog.imports (store_id, id, status, file_name, created_at) values ($1, $2, 'waiting', $3, $4)",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(name)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(id)
}

/// The file has been read; what an interrupted run noted is forgotten.
pub async fn begin(ctx: &Ctx, id: ImportId, total: u32, counts: Counts, errors: &[RowError]) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let store = ctx.store_id()?;
    sqlx::query("delete from catalog.import_rows where store_id = $1 and import_id = $2")
        .bind(store.0)
        .bind(id.0)
        .execute(tx.conn())
        .await?;
    sqlx::query(
        "update catalog.imports set status = 'running', total = $3, started_at = coalesce(started_at, clock_timestamp()),
            finished_at = null, error_code = null, error_params = '[]'
        where store_id = $1 and id = $2",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(i32::try_from(total).unwrap_or(i32::MAX))
    .execute(tx.conn())
    .await?;
    note_progress(&mut tx, id, counts, errors, 0).await?;
    tx.commit().await
}

/// How far it is, and what else was wrong.
pub async fn note_progress(tx: &mut Tx, id: ImportId, counts: Counts, errors: &[RowError], place: usize) -> Result<()> {
    let store = tx.ctx().store_id()?;
    let number = |count: u32| i32::try_from(count).unwrap_or(i32::MAX);
    sqlx::query("update catalog.imports set created = $3, updated = $4, unchanged = $5, failed = $6 where store_id = $1 and id = $2")
        .bind(store.0)
        .bind(id.0)
        .bind(number(counts.created))
        .bind(number(counts.updated))
        .bind(number(counts.unchanged))
        .bind(number(counts.failed))
        .execute(tx.conn())
        .await?;
    if errors.is_empty() {
        return Ok(());
    }
    let kept = errors.iter().take(MAX_ERRORS.saturating_sub(place)).enumerate();
    let rows: Vec<_> = kept
        .map(|(offset, error)| {
            json!({
                "place": place + offset,
                "row_number": error.row,
                "handle": error.handle,
                "column": error.column,
                "code": error.code,
                "params": error.params,
            })
        })
        .collect();
    sqlx::query(
        r#"insert into catalog.import_rows (store_id, import_id, place, row_number, handle, "column", code, params)
        select $1, $2, r.place, r.row_number, r.handle, r."column", r.code, r.params
        from jsonb_to_recordset($3) r(place integer, row_number integer, handle text, "column" text, code text, params jsonb)"#,
    )
    .bind(store.0)
    .bind(id.0)
    .bind(Json(rows))
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// It is done.
pub async fn finish(ctx: &Ctx, id: ImportId, counts: Counts) -> Result<()> {
    let mut tx = ctx.begin().await?;
    end(&mut tx, id, "finished", None).await?;
    let after = json!({
        "created": counts.created, "updated": counts.updated, "unchanged": counts.unchanged, "failed": counts.failed,
    });
    tx.audit("products.imported", ("import", id), after).await?;
    if counts.failed > 0 {
        tell_of_import(&mut tx, id, Some(counts.failed)).await?;
    }
    tx.commit().await
}

/// It is no product file, or no store could take it.
pub async fn refuse(ctx: &Ctx, id: ImportId, error: &AppError) -> Result<()> {
    let mut tx = ctx.begin().await?;
    end(&mut tx, id, "failed", Some(error)).await?;
    tell_of_import(&mut tx, id, None).await?;
    tx.commit().await
}

async fn end(tx: &mut Tx, id: ImportId, status: &str, error: Option<&AppError>) -> Result<()> {
    let store = tx.ctx().store_id()?;
    sqlx::query("delete from catalog.import_files where store_id = $1 and import_id = $2")
        .bind(store.0)
        .bind(id.0)
        .execute(tx.conn())
        .await?;
    let updated: Option<Uuid> = sqlx::query_scalar(
        "update catalog.imports set status = $3, error_code = $4, error_params = $5, total = greatest(total, 0),
            started_at = coalesce(started_at, clock_timestamp()), finished_at = clock_timestamp()
        where store_id = $1 and id = $2 returning id",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(status)
    .bind(error.map(|error| error.code.to_string()))
    .bind(Json(error.map(|error| error.params.clone()).unwrap_or_default()))
    .fetch_optional(tx.conn())
    .await?;
    updated.map(drop).ok_or_else(|| AppError::not_found().into())
}
