//! Signs somebody in: members at the platform's door, operators at the admin's. First the password, then, for whoever has one,
//! the second factor; there is no session before.

mod account;
mod challenge;
mod finish;
mod second_step;
mod unusual;

use orion_kernel::AppError;
use orion_runtime::{Ctx, PrincipalKind, Result, even_time::EvenTime, password, throttle};

use crate::{
    model::{Wishes, normalize_email},
    paths::SECOND_STEP,
};

pub(super) use account::{Account, by_id};
pub(super) use finish::{Method, finish};
pub use second_step::{pass_second_step, second_step};

/// The longest password anybody can have; more is not worth hashing.
const MAX_PASSWORD: usize = 1_024;

/// What guesses at a password are counted by.
pub(super) fn account_key(email: &str) -> String {
    format!("user:{}", normalize_email(email))
}

/// Checks email and password at the door of the frontend at hand, and says where to go: on to the second factor, or to where
/// they wanted when that is theirs.
///
/// # Errors
///
/// `Invalid` `wrong_credentials`, the same and after the same time whether the account exists or not; `RateLimited`.
pub async fn sign_in(ctx: &Ctx, email: &str, password: String, wishes: Wishes) -> Result<String> {
    let even = EvenTime::begin();
    let (kind, key) = (PrincipalKind::of(ctx.scope().frontend), account_key(email));
    throttle::check(ctx, "sign_in", &key).await?;
    let account = account::by_email(ctx, kind, &normalize_email(email)).await?;
    let Some(account) = verified(account, password).await? else {
        throttle::failed(ctx, "sign_in", &key).await?;
        even.pass().await;
        return Err(AppError::invalid("wrong_credentials").into());
    };
    throttle::succeeded(ctx, "sign_in", &key).await?;
    if !account.has_second_factor() {
        return finish(ctx, kind, &account, &wishes, Method::Password).await;
    }
    if super::second_factor::is_trusted_device(ctx, account.id).await? {
        return finish(ctx, kind, &account, &wishes, Method::TrustedDevice).await;
    }
    challenge::start(ctx, kind, account.id, &wishes).await?;
    Ok(format!("{}{SECOND_STEP}", ctx.scope().base))
}

async fn verified(account: Option<Account>, password: String) -> Result<Option<Account>, AppError> {
    let password = if password.len() > MAX_PASSWORD { String::new() } else { password };
    let is_right = match &account {
        Some(account) => password::verify(password, account.password_hash.clone()).await?,
        None => password::verify_dummy(password).await?,
    };
    Ok(account.filter(|_| is_right))
}
