//! The health pages and the metrics.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use serde_json::json;
use tower_http::set_header::SetResponseHeaderLayer;

use super::{Health, SchemaState, trusted::Trusted};

pub(super) struct Pages {
    pub(super) health: Health,
    schema: SchemaState,
}

/// `/health`, `/health/live`, `/health/ready`, `/health/tools` and `/metrics`. Messages and metrics are for the machine
/// itself and for bearers of the token; the server must provide `ConnectInfo`.
pub fn routes(health: Health) -> Router {
    let pages = Arc::new(Pages { health, schema: SchemaState::default() });
    Router::new()
        .route("/health", get(overall))
        .route("/health/live", get(live))
        .route("/health/ready", get(ready))
        .route("/health/tools", get(tools))
        .route("/metrics", get(metrics))
        .with_state(pages)
        .layer(SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("no-store")))
}

async fn overall(State(pages): State<Arc<Pages>>, Trusted(trusted): Trusted) -> Response {
    let mut checks = pages.health.report().await;
    let ok = checks.iter().all(|check| check.ok);
    if !trusted {
        checks.iter_mut().for_each(|check| check.message = None);
    }
    let body = json!({
        "status": if ok { "ok" } else { "failing" },
        "version": env!("CARGO_PKG_VERSION"),
        "checks": checks,
    });
    (status(ok), Json(body)).into_response()
}

/// Asks nothing but that the process answers: restarting it does not mend a database.
async fn live() -> &'static str {
    "alive"
}

async fn ready(State(pages): State<Arc<Pages>>) -> Response {
    match pages.health.not_ready(&pages.schema).await {
        None => Json(json!({ "ready": true })).into_response(),
        Some(reason) => (status(false), Json(json!({ "ready": false, "reason": reason }))).into_response(),
    }
}

async fn tools(State(pages): State<Arc<Pages>>, Trusted(trusted): Trusted) -> Response {
    let mut integrations = pages.health.integrations().await;
    if !trusted {
        integrations.iter_mut().for_each(|integration| integration.message = None);
    }
    Json(json!({ "tools": integrations })).into_response()
}

/// Hidden from strangers altogether.
async fn metrics(State(pages): State<Arc<Pages>>, Trusted(trusted): Trusted) -> Response {
    if !trusted {
        return StatusCode::NOT_FOUND.into_response();
    }
    let pool = &pages.health.pool;
    ::metrics::gauge!("db_pool_connections", "state" => "open").set(f64::from(pool.size()));
    ::metrics::gauge!("db_pool_connections", "state" => "idle")
        .set(f64::from(u32::try_from(pool.num_idle()).unwrap_or(u32::MAX)));
    let text = pages.health.metrics.render();
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}

const fn status(ok: bool) -> StatusCode {
    if ok { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }
}
