//! Answers where there is no platform to make a page for.

use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;

/// No platform or store answers to this host.
pub fn unknown_place() -> Response {
    let page = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
                <title>Not found</title></head><body><main><h1>There is nothing here</h1>\
                <p>No store or platform has this address. Please check it.</p></main></body></html>";
    (StatusCode::NOT_FOUND, Html(page)).into_response()
}
