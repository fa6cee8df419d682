//! What stands in for a card provider's account in development: derived from the installation's key, kept nowhere.

use orion_runtime::App;

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
    derived(app, "payments.development.api_key")
}

/// What it signs its messages with.
#[must_use]
pub fn webhook_secret(app: &App) -> String {
    derived(app, "payments.development.webhook_secret")
}

fn derived(app: &App, purpose: &str) -> String {
    hex::encode(app.config().secret_key.sign(purpose).bytes())
}
