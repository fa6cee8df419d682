//! Files: named by content, told by content, served so that they can be cached and cannot run.

use axum::{Router, body::Body};
use http::{Request, StatusCode, header};
use orion_kernel::ErrorKind;
use orion_runtime::{
    config::Config,
    files::{FileKind, FileName, Files, routes},
};
use tempfile::TempDir;
use tower::ServiceExt;

use crate::harness::new_id;

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\nrest of the picture";
const DRAWING: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

fn open() -> (TempDir, Files) {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::open(&Config::for_tests(folder.path())).unwrap();
    (folder, files)
}

async fn get(files: &Files, path: &str, known: Option<&str>) -> axum::response::Response {
    let mut request = Request::get(path);
    if let Some(known) = known {
        request = request.header(header::IF_NONE_MATCH, known);
    }
    Router::new().merge(routes(files.clone())).oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

#[tokio::test]
async fn what_is_kept_is_found_again_by_its_tenant_alone() {
    let (_folder, files) = open();
    let (tenant, stranger) = (new_id(), new_id());
    let name = files.put(tenant, PICTURE.into()).await.unwrap();
    assert_eq!(files.put(tenant, PICTURE.into()).await.unwrap(), name);
    assert_eq!(name.kind(), FileKind::Png);
    assert_eq!(files.get(tenant, &name).await.unwrap().bytes, PICTURE);
    assert_eq!(files.get(stranger, &name).await.unwrap_err().kind, ErrorKind::NotFound);
    files.delete(tenant, &name).await.unwrap();
    files.delete(tenant, &name).await.unwrap();
    assert_eq!(files.get(tenant, &name).await.unwrap_err().kind, ErrorKind::NotFound);
    files.check().await.unwrap();
}

#[tokio::test]
async fn unknown_and_oversized_content_is_refused() {
    let (_folder, files) = open();
    let error = files.put(new_id(), "MZ, a program".into()).await.unwrap_err();
    assert_eq!((error.kind, error.code.as_ref()), (ErrorKind::Invalid, "file_type_unknown"));
    let mut large = PICTURE.to_vec();
    large.resize(FileKind::Png.max_bytes() + 1, 0);
    assert_eq!(files.put(new_id(), large.into()).await.unwrap_err().kind, ErrorKind::TooLarge);
}

#[tokio::test]
async fn files_are_cached_for_good_and_drawings_run_nothing() {
    let (_folder, files) = open();
    let tenant = new_id();
    let name = files.put(tenant, DRAWING.into()).await.unwrap();
    let path = Files::path(tenant, &name);
    let response = get(&files, &path, None).await;
    assert_eq!(response.status(), StatusCode::OK);
    let value = |name| response.headers().get(name).map_or("", |value| value.to_str().unwrap());
    assert_eq!(value(header::CONTENT_TYPE), "image/svg+xml");
    assert_eq!(value(header::CACHE_CONTROL), "public, max-age=31536000, immutable");
    assert_eq!(value(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert!(value(header::CONTENT_SECURITY_POLICY).contains("sandbox"));
    let known = value(header::ETAG).to_owned();
    assert_eq!(get(&files, &path, Some(&known)).await.status(), StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn nothing_outside_is_served() {
    let (_folder, files) = open();
    let name: FileName = format!("{}.png", "0".repeat(64)).parse().unwrap();
    for path in [
        Files::path(new_id(), &name),
        "/files/../secret.key".to_owned(),
        format!("/files/..%2f..%2fetc/{name}"),
        format!("/files/{}/..%2f..%2fsecret.key", new_id()),
    ] {
        assert_eq!(get(&files, &path, None).await.status(), StatusCode::NOT_FOUND, "{path}");
    }
}
