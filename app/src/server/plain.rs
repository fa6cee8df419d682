//! The page for people where there is no platform, or nothing else left, to make one with.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use orion_kernel::{Frontend, Locale};

use super::Pages;
use crate::i18n::{of, td_string};

/// Our stylesheet and nothing else.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'",
);

/// No platform or store answers to this host.
pub fn unknown_place(pages: &Pages, request: &Request) -> Response {
    let l = of(language(request.headers()));
    let (title, body) = (td_string!(l, plain.unknown_title), td_string!(l, plain.unknown_body));
    page(pages, language(request.headers()), StatusCode::NOT_FOUND, title, body)
}

/// A layer that gives bare errors a page when a person's browser asked: what ran too long, what failed on its way, what
/// takes no such method.
pub async fn dress(State(pages): State<Pages>, request: Request, next: Next) -> Response {
    let wants_page = request
        .headers()
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"));
    let locale = language(request.headers());
    let response = next.run(request).await;
    if !wants_page || !is_bare_error(&response) {
        return response;
    }
    let (title, body) = words(locale, response.status());
    let mut dressed = page(&pages, locale, response.status(), title, body);
    for (name, value) in response.headers() {
        if !dressed.headers().contains_key(name) && name != header::CONTENT_LENGTH {
            dressed.headers_mut().append(name, value.clone());
        }
    }
    dressed
}

fn is_bare_error(response: &Response) -> bool {
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|content_type| content_type.as_bytes().starts_with(b"text/html"));
    (response.status().is_client_error() || response.status().is_server_error()) && !is_page
}

fn words(locale: Locale, status: StatusCode) -> (&'static str, &'static str) {
    let l = of(locale);
    match status {
        StatusCode::NOT_FOUND => (td_string!(l, plain.not_found_title), td_string!(l, plain.not_found_body)),
        StatusCode::UNAUTHORIZED => (td_string!(l, plain.sign_in_title), td_string!(l, plain.sign_in_body)),
        StatusCode::FORBIDDEN => (td_string!(l, plain.forbidden_title), td_string!(l, plain.forbidden_body)),
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => {
            (td_string!(l, plain.unavailable_title), td_string!(l, plain.unavailable_body))
        }
        status if status.is_server_error() => (td_string!(l, plain.error_title), td_string!(l, plain.error_body)),
        _ => (td_string!(l, plain.refused_title), td_string!(l, plain.refused_body)),
    }
}

/// There is no address to tell the language by; the browser says what its person reads.
fn language(headers: &HeaderMap) -> Locale {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|accepted| accepted.to_str().ok());
    accepted.and_then(Locale::from_accept_language).unwrap_or(Locale::En)
}

fn page(pages: &Pages, locale: Locale, status: StatusCode, title: &str, body: &str) -> Response {
    let styles: String = pages
        .assets
        .styles(Frontend::Platform, |_| false)
        .iter()
        .map(|address| format!("<link rel=\"stylesheet\" href=\"{address}\">"))
        .collect();
    let page = format!(
        "<!DOCTYPE html><html lang=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">\
         <title>{title}</title>{styles}</head><body><main class=\"page\" data-width=\"narrow\"><div class=\"empty\">\
         <h1>{title}</h1><p>{body}</p></div></main></body></html>",
        locale.code()
    );
    (status, [(header::CONTENT_SECURITY_POLICY, POLICY)], Html(page)).into_response()
}
