//! Headers that browsers enforce.

use axum::{extract::Request, middleware::Next, response::Response};
use http::{HeaderName, HeaderValue, header};
use orion_runtime::Ctx;

const FIXED: [(HeaderName, HeaderValue); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), microphone=(), geolocation=(), browsing-topics=()"),
    ),
];

/// What holds for every answer. A page sets its own content security policy, with its nonce, before.
pub async fn headers(request: Request, next: Next) -> Response {
    let is_secure = request.extensions().get::<Ctx>().is_some_and(|ctx| {
        ctx.app().config().environment.is_production() && ctx.scope().origin.starts_with("https://")
    });
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.insert(name, value);
    }
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; base-uri 'none'"));
    if is_secure {
        headers
            .insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000; includeSubDomains"));
    }
    response
}

/// The policy of a page. Styles and scripts come from us or carry the nonce; WASM may be compiled. `img-src` lets product
/// pictures come from where a merchant keeps them.
pub fn page_policy(nonce: &str, is_production: bool) -> String {
    let upgrade = if is_production { "; upgrade-insecure-requests" } else { "" };
    // A form may lead on to the payment provider's page.
    let form_action = if is_production { "'self' https:" } else { "'self' http: https:" };
    format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; \
         style-src 'self' 'nonce-{nonce}'; img-src 'self' data: https:; font-src 'self'; connect-src 'self'; \
         frame-src 'self'; object-src 'none'; base-uri 'none'; form-action {form_action}; frame-ancestors 'none'{upgrade}"
    )
}
