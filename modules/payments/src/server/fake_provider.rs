//! A pretend card provider for development and tests: a hosted page, an interface, signed messages, as a real one has them.
//!
//! It is reached over HTTP like any other, so that what is tried here is what runs in production, where it is not served.

mod api;
mod cards;
mod messages;
mod page;
mod sessions;

use axum::{
    Router,
    routing::{get, post},
};

pub use messages::DeliverMessage;

use super::development::PATH;

/// Its interface and its page.
pub fn routes() -> Router {
    let at = |path: &str| format!("{PATH}{path}");
    Router::new()
        .route(&at("/v1/sessions"), post(api::create_session))
        .route(&at("/v1/sessions/{id}"), get(api::read_session))
        .route(&at("/v1/sessions/{id}/expire"), post(api::expire_session))
        .route(&at("/v1/refunds"), post(api::create_refund))
        .route(&at("/pay/{id}"), get(page::show).post(page::pay))
}
