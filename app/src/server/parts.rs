//! Tells the browser which lazy parts a page is made of while it still reads the head.
//!
//! leptos_axum would do it by itself, but asks for the manifest outside of the page's reactive owner: it finds it when the
//! request happens to end on the thread it began on, and leaves the links out otherwise.

use axum::{
    body::{Body, to_bytes},
    response::{IntoResponse, Response},
};
use http::StatusCode;
use leptos::{PrefetchLazyFn, WasmSplitManifest, prelude::ReadValue};

/// Writes the links into the page's head. `used` was in the page's context and knows the lazy functions that were called.
pub async fn preload(page: Response, used: &PrefetchLazyFn, manifest: &WasmSplitManifest) -> Response {
    let links = links(used, manifest);
    if links.is_empty() {
        return page;
    }
    let (head, body) = page.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let mut html = String::from_utf8_lossy(&bytes).into_owned();
    if let Some(end) = html.find("</head>") {
        html.insert_str(end, &links);
    }
    Response::from_parts(head, Body::from(html))
}

fn links(used: &PrefetchLazyFn, manifest: &WasmSplitManifest) -> String {
    let Some((used, manifest)) = used.0.try_read_value().zip(manifest.0.try_read_value()) else { return String::new() };
    let (package, parts, loader) = &*manifest;
    let mut files: Vec<&String> = used.iter().filter_map(|name| parts.get(*name)).flatten().collect();
    files.sort();
    files.dedup();
    let mut links: String = files
        .iter()
        .map(|file| {
            format!(
                "<link rel=\"preload\" href=\"{package}/{file}.wasm\" as=\"fetch\" type=\"application/wasm\" \
                 crossorigin=\"anonymous\" fetchpriority=\"low\">"
            )
        })
        .collect();
    if !links.is_empty() {
        links.push_str(&format!(
            "<link rel=\"modulepreload\" href=\"{package}/{loader}\" crossorigin=\"anonymous\" fetchpriority=\"low\">"
        ));
    }
    links
}
