//! Files to download from the back office.

use axum::{
    Extension, Router,
    extract::Path,
    response::{IntoResponse, Response},
    routing::get,
};
use http::{HeaderValue, StatusCode, header};
use orion_contracts::ImportId;
use orion_kernel::{AppError, Frontend, Permission};
use orion_runtime::{App, Ctx, Result, spreadsheet::write_line};

use super::{export_products::export_products, list_imports::import_errors};
use crate::{
    error::row_error,
    i18n::{of, td_string},
    permissions,
};

/// The module's own routes.
pub fn routes(_: App) -> Router {
    Router::new().route("/products/export.csv", get(export)).route("/products/imports/{id}/errors.csv", get(errors))
}

async fn export(Extension(ctx): Extension<Ctx>) -> Response {
    match may(&ctx, permissions::EXPORT) {
        Ok(()) => answer("products.csv", export_products(&ctx).await),
        Err(error) => refuse(error),
    }
}

async fn errors(Extension(ctx): Extension<Ctx>, Path(id): Path<String>) -> Response {
    let Ok(id) = id.parse::<ImportId>() else { return refuse(AppError::not_found()) };
    match may(&ctx, permissions::IMPORT) {
        Ok(()) => answer("errors.csv", error_file(&ctx, id).await),
        Err(error) => refuse(error),
    }
}

fn may(ctx: &Ctx, permission: Permission) -> Result<(), AppError> {
    if ctx.scope().frontend == Frontend::Store { ctx.require(permission) } else { Err(AppError::not_found()) }
}

fn answer(name: &'static str, content: Result<String>) -> Response {
    match content {
        Ok(content) => {
            let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
            let headers = [
                (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
                (header::CONTENT_DISPOSITION, disposition.unwrap_or(HeaderValue::from_static("attachment"))),
                (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            ];
            (headers, content).into_response()
        }
        Err(error) => refuse(error.into()),
    }
}

fn refuse(error: AppError) -> Response {
    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
}

/// What was wrong with an import, for a spreadsheet.
async fn error_file(ctx: &Ctx, id: ImportId) -> Result<String> {
    let (locale, l) = (ctx.locale(), of(ctx.locale()));
    // Spreadsheets take a file for UTF-8 only when it says so.
    let mut file = String::from("\u{feff}");
    let header = [
        td_string!(l, imports.row),
        td_string!(l, imports.product),
        td_string!(l, imports.column),
        td_string!(l, imports.error),
    ];
    write_line(&mut file, header.map(str::to_owned));
    for error in import_errors(ctx, id).await? {
        let text = row_error(locale, &error.code, &error.params).unwrap_or(error.code);
        write_line(&mut file, [error.row.to_string(), error.handle, error.column, text]);
    }
    Ok(file)
}
