//! Passkeys (WebAuthn): something one has, unlocked by something one knows or is. Good for both factors at once.

mod add;
mod ceremony;
mod remove;
mod sign_in;

use orion_kernel::AppError;
use orion_runtime::Ctx;
use url::Url;
use webauthn_rs::{Webauthn, WebauthnBuilder};

pub use add::{add_passkey, start_passkey};
pub use remove::remove_passkey;
pub use sign_in::{ask_for_passkey, sign_in_with_passkey};

/// The host that passkeys are made for: the platform's, without its port.
pub(super) fn host(ctx: &Ctx) -> &str {
    let host = ctx.scope().platform.host.as_str();
    host.rsplit_once(':').map_or(host, |(name, _)| name)
}

fn webauthn(ctx: &Ctx) -> Result<Webauthn, AppError> {
    let unfit = |error: String| {
        tracing::error!(error, "passkeys cannot be used at this address");
        AppError::internal()
    };
    let origin = Url::parse(&ctx.scope().origin).map_err(|error| unfit(error.to_string()))?;
    WebauthnBuilder::new(host(ctx), &origin)
        .and_then(|builder| builder.rp_name(&ctx.scope().platform.name).build())
        .map_err(|error| unfit(error.to_string()))
}

/// What the browser answers.
fn read<T: serde::de::DeserializeOwned>(answer: &str) -> Result<T, AppError> {
    serde_json::from_str(answer).map_err(|error| {
        tracing::info!(%error, "a browser's answer about a passkey cannot be read");
        refused()
    })
}

fn refused() -> AppError {
    AppError::invalid("passkey_refused")
}
