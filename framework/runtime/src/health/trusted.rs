//! Who may read details: the machine itself, and whoever bears the token.

use std::{convert::Infallible, net::SocketAddr, sync::Arc};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, header, request::Parts},
};
use sha2::{Digest, Sha256};

use super::{Health, routes::Pages};

/// Whether the reader of a health page gets the details.
pub(super) struct Trusted(pub(super) bool);

impl FromRequestParts<Arc<Pages>> for Trusted {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, pages: &Arc<Pages>) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| *peer);
        Ok(Self(is_local(peer, &parts.headers) || bears_token(&pages.health, &parts.headers)))
    }
}

/// A proxy on this machine connects from it too, and says that it forwards.
fn is_local(peer: Option<SocketAddr>, headers: &HeaderMap) -> bool {
    let forwarded = ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"];
    peer.is_some_and(|peer| peer.ip().to_canonical().is_loopback())
        && !forwarded.iter().any(|name| headers.contains_key(*name))
}

/// Compares hashes, whose likeness tells nothing about the token.
fn bears_token(health: &Health, headers: &HeaderMap) -> bool {
    let given = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    match (&health.metrics_token, given) {
        (Some(token), Some(given)) => Sha256::digest(token.expose()) == Sha256::digest(given.trim()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_on_this_machine_is_not_the_machine() {
        let local = Some(SocketAddr::from(([127, 0, 0, 1], 4000)));
        let mut headers = HeaderMap::new();
        assert!(is_local(local, &headers));
        assert!(!is_local(Some(SocketAddr::from(([192, 0, 2, 1], 4000))), &headers));
        assert!(!is_local(None, &headers));
        headers.insert("x-forwarded-for", header::HeaderValue::from_static("203.0.113.9"));
        assert!(!is_local(local, &headers));
    }
}
