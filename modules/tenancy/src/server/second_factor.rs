//! The second factor of users: an authenticator app, recovery codes, trusted devices. Passkeys stand beside.

mod app;
mod codes;
mod device;
mod policy;
mod remove;
mod security;

use orion_runtime::{Result, Tx};
use uuid::Uuid;

pub use app::{confirm_app, remove_app, set_up_app};
pub(super) use codes::ensure_codes;
pub use codes::renew_codes;
pub(super) use device::{forget_devices, is_trusted_device, trust_device};
pub(super) use policy::is_required_of_operators;
pub use policy::{set_team_policy, team_policy};
pub(super) use remove::remove_all;
pub use security::security;

/// Whether a code is right, of the app or one of the recovery codes. A right one is used up.
pub(super) async fn check_code(tx: &mut Tx, user: Uuid, code: &str) -> Result<bool> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() == app::DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        app::check(tx, user, &digits).await
    } else {
        codes::take(tx, user, code).await
    }
}
