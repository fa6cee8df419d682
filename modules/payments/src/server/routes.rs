//! The routes that others call: the card provider's messages, and in development the pretend provider itself.

use axum::{
    Extension, Router,
    body::Bytes,
    extract::DefaultBodyLimit,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use orion_kernel::AppError;
use orion_runtime::{App, Ctx};

use super::{
    card_protocol::SIGNATURE,
    development, fake_provider,
    receive_webhook::{WEBHOOK, receive_webhook},
};

/// A message is small; what is larger is none.
const MAX_MESSAGE_BYTES: usize = 64 << 10;

/// All of them.
pub fn routes(app: App) -> Router {
    let webhooks = Router::new().route(WEBHOOK, post(webhook)).layer(DefaultBodyLimit::max(MAX_MESSAGE_BYTES));
    if development::is_served(&app) { webhooks.merge(fake_provider::routes()) } else { webhooks }
}

/// The provider reads the status alone, and sends the message again unless it is a good one.
async fn webhook(Extension(ctx): Extension<Ctx>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let signature = headers.get(SIGNATURE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match receive_webhook(&ctx, signature, &body).await {
        Ok(()) => StatusCode::OK,
        Err(error) => {
            let error = AppError::from(error);
            tracing::warn!(%error, "a provider's message was not taken");
            StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
        }
    }
}
