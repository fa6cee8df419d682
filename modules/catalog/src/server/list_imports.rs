//! Imports: the last ones, and one with what was wrong.

use orion_contracts::ImportId;
use orion_kernel::AppError;
use orion_runtime::{Ctx, Result, Tx};
use sqlx::types::Json;
use time::OffsetDateTime;
use uuid::Uuid;

use super::missing_pictures::missing_pictures;
use crate::views::{ImportDetails, ImportRow, ImportStatus, ImportView};

/// Imports in the list.
const LAST: i64 = 20;
/// Errors on the page; the file has all of them.
const SHOWN: i64 = 100;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    status: String,
    file_name: String,
    total: i32,
    created: i32,
    updated: i32,
    unchanged: i32,
    failed: i32,
    error_code: Option<String>,
    error_params: Json<Vec<(String, String)>>,
    created_at: OffsetDateTime,
    finished_at: Option<OffsetDateTime>,
}

#[derive(sqlx::FromRow)]
struct ErrorRow {
    row_number: i32,
    handle: String,
    column: String,
    code: String,
    params: Json<Vec<(String, String)>>,
}

/// The last imports, newest first.
pub async fn list_imports(ctx: &Ctx) -> Result<Vec<ImportView>> {
    let mut tx = ctx.begin().await?;
    let rows: Vec<Row> =
        sqlx::query_as("select * from catalog.imports where store_id = $1 order by created_at desc, id desc limit $2")
            .bind(ctx.store_id()?.0)
            .bind(LAST)
            .fetch_all(tx.conn())
            .await?;
    Ok(rows.into_iter().map(view).collect())
}

/// An import with the first of its errors.
///
/// # Errors
///
/// `NotFound`.
pub async fn open_import(ctx: &Ctx, id: ImportId) -> Result<ImportDetails> {
    let mut tx = ctx.begin().await?;
    let store = ctx.store_id()?;
    let row: Row = sqlx::query_as("select * from catalog.imports where store_id = $1 and id = $2")
        .bind(store.0)
        .bind(id.0)
        .fetch_optional(tx.conn())
        .await?
        .ok_or_else(AppError::not_found)?;
    let error_count: i64 =
        sqlx::query_scalar("select count(*) from catalog.import_rows where store_id = $1 and import_id = $2")
            .bind(store.0)
            .bind(id.0)
            .fetch_one(tx.conn())
            .await?;
    let errors = errors(&mut tx, id, SHOWN).await?;
    let pictures = missing_pictures(&mut tx).await?;
    let error_count = u32::try_from(error_count).unwrap_or(u32::MAX);
    Ok(ImportDetails { import: view(row), errors, error_count, pictures })
}

/// What was wrong with an import, in the order of the file.
pub async fn import_errors(ctx: &Ctx, id: ImportId) -> Result<Vec<ImportRow>> {
    let mut tx = ctx.begin().await?;
    let exists: bool =
        sqlx::query_scalar("select exists (select from catalog.imports where store_id = $1 and id = $2)")
            .bind(ctx.store_id()?.0)
            .bind(id.0)
            .fetch_one(tx.conn())
            .await?;
    if !exists {
        return Err(AppError::not_found().into());
    }
    errors(&mut tx, id, i64::MAX).await
}

async fn errors(tx: &mut Tx, id: ImportId, most: i64) -> Result<Vec<ImportRow>> {
    let store = tx.ctx().store_id()?;
    let rows: Vec<ErrorRow> = sqlx::query_as(
        r#"select row_number, handle, "column", code, params from catalog.import_rows
        where store_id = $1 and import_id = $2 order by row_number, place limit $3"#,
    )
    .bind(store.0)
    .bind(id.0)
    .bind(most)
    .fetch_all(tx.conn())
    .await?;
    let rows = rows.into_iter().map(|row| ImportRow {
        row: number(row.row_number),
        handle: row.handle,
        column: row.column,
        code: row.code,
        params: row.params.0,
    });
    Ok(rows.collect())
}

fn view(row: Row) -> ImportView {
    ImportView {
        id: ImportId(row.id),
        status: ImportStatus::from_code(&row.status),
        file_name: row.file_name,
        total: u32::try_from(row.total).ok(),
        created: number(row.created),
        updated: number(row.updated),
        unchanged: number(row.unchanged),
        failed: number(row.failed),
        error: row.error_code.map(|code| (code, row.error_params.0)),
        created_at: row.created_at,
        finished_at: row.finished_at,
    }
}

fn number(count: i32) -> u32 {
    u32::try_from(count).unwrap_or_default()
}
