//! Hands an export to an operator.

use axum::{
    Extension, Router,
    body::Body,
    extract::Path,
    response::{IntoResponse, Response},
    routing::get,
};
use http::{HeaderValue, StatusCode, header};
use orion_kernel::{AppError, Frontend};
use orion_runtime::{App, Ctx, PlatformCtx, Result};
use serde_json::json;
use uuid::Uuid;

use crate::{paths, permissions::STORES_MANAGE};

/// `GET /store-exports/{id}` in the admin.
pub fn routes(_: App) -> Router {
    Router::new().route(paths::EXPORT, get(fetch))
}

async fn fetch(Extension(ctx): Extension<Ctx>, Path(id): Path<String>) -> Response {
    match file(&ctx, &id).await {
        Ok(response) => response,
        Err(error) => {
            let status = StatusCode::from_u16(AppError::from(error).status());
            status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response()
        }
    }
}

async fn file(ctx: &Ctx, id: &str) -> Result<Response> {
    if ctx.scope().frontend != Frontend::Admin {
        return Err(AppError::not_found().into());
    }
    ctx.require(STORES_MANAGE)?;
    let id: Uuid = id.parse().map_err(|_| AppError::not_found())?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let code: Option<String> = sqlx::query_scalar(
        "select store_code from tenancy.exports where platform_id = $1 and id = $2 and status = 'ready' and expires_at > $3",
    )
    .bind(ctx.platform_id().0)
    .bind(id)
    .bind(ctx.now())
    .fetch_optional(tx.conn())
    .await?;
    let code = code.ok_or_else(AppError::not_found)?;
    let (size, content) = ctx.app().files().read_private(ctx.platform_id().0, id).await?;
    tx.audit("tenancy.export_fetched", ("store", &code), json!({ "export": id })).await?;
    tx.commit().await?;
    let mut response = Body::from_stream(content).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(size));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{code}.zip\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
