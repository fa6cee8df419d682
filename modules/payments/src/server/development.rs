//! What stands in for a card provider's account in development: derived from the installation's key, kept nowhere.

use hmac::{Hmac, KeyInit, Mac};
use orion_runtime::App;
use sha2::Sha256;

/// Where the pretend provider is served.
pub const PATH: &str = "/fake-provider";

/// Whether the pretend provider stands in where no other is set.
#[must_use]
pub fn is_served(app: &App) -> bool {
    !app.config().environment.is_production()
}

/// The pretend provider's address.
#[must_use]
pub fn api_url(app: &App) -> String {
    format!("{}{PATH}", app.config().public_origin)
}

/// The key the shop is known by there.
#[must_use]
pub fn api_key(app: &App) -> String {
    derived(app, b"payments.development.api_key")
}

/// What it signs its messages with.
#[must_use]
pub fn webhook_secret(app: &App) -> String {
    derived(app, b"payments.development.webhook_secret")
}

fn derived(app: &App, purpose: &[u8]) -> String {
    // A key of any length is allowed, so there is always one.
    <Hmac<Sha256> as KeyInit>::new_from_slice(app.config().secret_key.bytes())
        .map(|mac| hex::encode(mac.chain_update(purpose).finalize().into_bytes()))
        .unwrap_or_default()
}
