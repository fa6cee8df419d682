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
    let transport = request
        .extensions()
        .get::<Ctx>()
        .filter(|ctx| ctx.app().config().environment.is_production())
        .and_then(|ctx| transport(&ctx.scope().origin, &ctx.scope().platform.host));
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.insert(name, value);
    }
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; base-uri 'none'"));
    headers.extend(transport.map(|value| (header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(value))));
    response
}

/// How browsers come here from now on. A merchant's domain may have other hosts below it, which are none of our business.
fn transport(origin: &str, platform: &str) -> Option<&'static str> {
    let authority = origin.strip_prefix("https://")?;
    let host = authority.split(':').next().unwrap_or(authority);
    let is_ours = host.strip_suffix(platform).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    Some(if is_ours { "max-age=31536000; includeSubDomains" } else { "max-age=31536000" })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_below_a_merchants_domain_are_left_alone() {
        let below = Some("max-age=31536000; includeSubDomains");
        assert_eq!(transport("https://shops.test", "shops.test"), below);
        assert_eq!(transport("https://corner.shops.test:8443", "shops.test"), below);
        assert_eq!(transport("https://brand.test", "shops.test"), Some("max-age=31536000"));
        assert_eq!(transport("https://myshops.test", "shops.test"), Some("max-age=31536000"));
        assert_eq!(transport("http://shops.test", "shops.test"), None);
    }
}
