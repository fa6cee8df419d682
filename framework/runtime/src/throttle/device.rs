//! The cookie of a browser on which accounts have signed in: sealed, so that nobody can make one.

use orion_kernel::AppError;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use time::Duration;

use crate::Ctx;

/// The cookie's short name.
const COOKIE: &str = "device";
/// How long a browser is known without a sign-in.
const KEEP: Duration = Duration::days(365);
/// So many accounts a browser is known for.
const MOST: usize = 5;
/// What it is sealed for.
const PLACE: &str = "throttle/device";

#[derive(Serialize, Deserialize)]
struct Device {
    /// Names the browser.
    id: String,
    /// Hashes of the accounts, the latest last.
    accounts: Vec<String>,
}

/// The browser's id, when the account has signed in on it before.
pub(super) fn of(ctx: &Ctx, account: &str) -> Option<String> {
    read(ctx).filter(|device| device.accounts.contains(&short(account))).map(|device| device.id)
}

/// Adds the account to those that have signed in on this browser.
pub(super) fn remember(ctx: &Ctx, account: &str) -> Result<(), AppError> {
    let mut device = read(ctx).unwrap_or_else(|| Device { id: ctx.random_token(), accounts: Vec::new() });
    let account = short(account);
    device.accounts.retain(|known| *known != account);
    device.accounts.push(account);
    if device.accounts.len() > MOST {
        device.accounts.remove(0);
    }
    let text = serde_json::to_string(&device).map_err(|_| AppError::internal())?;
    let sealed = ctx.app().seal(PLACE, &text)?;
    crate::set_cookie(ctx, COOKIE, &sealed, Some(KEEP));
    Ok(())
}

fn read(ctx: &Ctx) -> Option<Device> {
    let text = ctx.app().cipher().decrypt(PLACE, &ctx.cookie(COOKIE)?).ok()?;
    serde_json::from_str(&text).ok()
}

fn short(account: &str) -> String {
    hex::encode(&Sha256::digest(account)[..8])
}
