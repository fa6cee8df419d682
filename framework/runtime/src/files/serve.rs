//! Hands files to browsers: cached for good, since a name never changes its content, and unable to run anything.

use axum::{
    Router,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::get,
};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use orion_kernel::ErrorKind;
use uuid::Uuid;

use super::{FileKind, FileName, Files, StoredFile};

const FOR_A_YEAR: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// A drawing opened by itself is a document: it may have its colours, and nothing else.
const NO_SCRIPTS: HeaderValue = HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox");

/// `GET /files/{tenant}/{name}`
pub fn routes(files: Files) -> Router {
    Router::new().route("/files/{tenant}/{name}", get(serve)).with_state(files)
}

async fn serve(
    State(files): State<Files>,
    Path((tenant, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let (Ok(tenant), Ok(name)) = (tenant.parse::<Uuid>(), name.parse::<FileName>()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = format!("\"{name}\"");
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known == tag.as_str()) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)], [(header::CACHE_CONTROL, FOR_A_YEAR)])
            .into_response();
    }
    match files.get(tenant, &name).await {
        Ok(file) => with_headers(file, tag),
        Err(error) if error.kind == ErrorKind::NotFound => StatusCode::NOT_FOUND.into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "5")]).into_response(),
    }
}

fn with_headers(file: StoredFile, tag: String) -> Response {
    let disposition = if file.kind.is_picture() { "inline" } else { "attachment" };
    let mut response = (
        [
            (header::CONTENT_TYPE, file.kind.content_type()),
            (header::CONTENT_DISPOSITION, disposition),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        ],
        [(header::CACHE_CONTROL, FOR_A_YEAR)],
        [(header::ETAG, tag)],
        file.bytes,
    )
        .into_response();
    if file.kind == FileKind::Svg {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, NO_SCRIPTS);
    }
    response
}
