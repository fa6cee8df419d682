//! One span, one id and one line for each request, and the numbers about it.

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Instant,
};

use axum::{
    extract::{ConnectInfo, Request, State},
    middleware::Next,
    response::Response,
};
use http::{HeaderMap, HeaderName, HeaderValue};
use metrics::{counter, histogram};
use orion_kernel::Frontend;
use tracing::{Instrument, Span, field};

use super::Client;
use crate::{config::Config, ctx::new_uuid};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const LONGEST_ID: usize = 64;
/// The length of what [`crate::Ctx::random_token`] makes.
const TOKEN_CHARS: usize = 43;

/// Ties log lines, audit entries and the answer's `X-Request-Id` together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(Arc<str>);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl RequestId {
    /// A trusted proxy's id is kept, so that its log can be matched; otherwise there is a new one.
    fn choose(headers: &HeaderMap, trusted: bool) -> Self {
        let given = headers.get(REQUEST_ID).filter(|_| trusted).and_then(|value| value.to_str().ok());
        let proper = |id: &&str| {
            (1..=LONGEST_ID).contains(&id.len())
                && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
        };
        match given.filter(proper) {
            Some(id) => Self(id.into()),
            None => Self(new_uuid().to_string().into()),
        }
    }
}

/// The outermost layer, with `axum::middleware::from_fn_with_state`. Adds [`RequestId`] and [`Client`] to the request's
/// extensions. For the numbers, whoever answers adds its `Frontend` to the response's extensions.
pub async fn observe_requests(State(config): State<Arc<Config>>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip());
    let authority = request.uri().authority().map(|authority| authority.as_str().to_owned());
    let client = Client::resolve(&config, peer, authority.as_deref(), request.headers());
    let id = RequestId::choose(request.headers(), client.through_proxy);
    let span = tracing::info_span!(
        "request",
        request_id = %id,
        method = %request.method(),
        path = %without_tokens(request.uri().path()),
        status = field::Empty,
        duration_ms = field::Empty,
    );
    let is_noise = is_noise(request.uri().path());
    request.extensions_mut().insert(id.clone());
    request.extensions_mut().insert(client);

    let mut response = next.run(request).instrument(span.clone()).await;

    record(&span, &response, started, is_noise);
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// The path as logs may keep it. What opens something once stands in some addresses, and whoever reads a log could be quicker.
fn without_tokens(path: &str) -> String {
    let is_token = |part: &str| {
        part.len() == TOKEN_CHARS
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
            && part.bytes().any(|byte| byte.is_ascii_uppercase())
    };
    path.split('/').map(|part| if is_token(part) { "…" } else { part }).collect::<Vec<_>>().join("/")
}

/// Probes and the browser's parts come all the time and say little.
fn is_noise(path: &str) -> bool {
    ["/health", "/metrics", "/pkg/", "/files/"].iter().any(|prefix| path.starts_with(prefix))
}

/// Labels take few values: five classes of status, and the frontends.
fn record(span: &Span, response: &Response, started: Instant, is_noise: bool) {
    let status = response.status().as_u16();
    let elapsed = started.elapsed();
    span.record("status", status);
    span.record("duration_ms", u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX));
    span.in_scope(|| {
        if is_noise {
            tracing::debug!("answered");
        } else {
            tracing::info!("answered");
        }
    });
    let frontend = response.extensions().get::<Frontend>().map_or("none", |frontend| frontend.code());
    let class = match status / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    };
    counter!("http_requests_total", "frontend" => frontend, "status" => class).increment(1);
    histogram!("http_request_duration_seconds", "frontend" => frontend, "status" => class)
        .record(elapsed.as_secs_f64());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_trusted_proxy_names_the_request_and_only_properly() {
        let mut headers = HeaderMap::new();
        headers.insert(REQUEST_ID, HeaderValue::from_static("abc-1"));
        assert_eq!(RequestId::choose(&headers, true).to_string(), "abc-1");
        assert_ne!(RequestId::choose(&headers, false).to_string(), "abc-1");
        headers.insert(REQUEST_ID, HeaderValue::from_static("a b\" c"));
        assert_eq!(RequestId::choose(&headers, true).to_string().len(), 36);
    }

    #[test]
    fn what_opens_something_once_is_kept_from_the_log() {
        let token = crate::ctx::random_token();
        assert_eq!(without_tokens(&format!("/de/invitations/{token}")), "/de/invitations/…");
        for plain in [
            "/",
            "/products/a-very-long-name-of-a-product-that-goes-on-and",
            "/users/0192f0c5-7c1e-7000-8000-000000000001",
        ] {
            assert_eq!(without_tokens(plain), plain);
        }
    }
}
