//! The second step of signing in: a code of the app, or one of the recovery codes.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, throttle};

use super::{
    Method, by_id,
    challenge::{current, expired, forget, take},
    finish,
};
use crate::{
    server::second_factor::{check_code, trust_device},
    views::StepView,
};

/// What the second step asks for; nothing where none is under way.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn second_step(ctx: &Ctx) -> Result<Option<StepView>> {
    let Some(challenge) = current(ctx).await? else { return Ok(None) };
    let account = by_id(ctx, PrincipalKind::of(ctx.scope().frontend), challenge.user).await?;
    Ok(account.map(|account| StepView {
        email: account.email,
        has_app: account.has_app,
        has_passkey: account.has_passkey_here,
        next: challenge.wishes.next,
        remember: challenge.wishes.remember,
    }))
}

/// Signs in whoever has passed the first step and knows a code.
///
/// # Errors
///
/// `challenge_expired` without a first step; `wrong_code` for the field `code`; `RateLimited`.
pub async fn pass_second_step(ctx: &Ctx, code: &str, trusts_device: bool) -> Result<String> {
    let challenge = current(ctx).await?.ok_or_else(expired)?;
    let kind = PrincipalKind::of(ctx.scope().frontend);
    let account = by_id(ctx, kind, challenge.user).await?.ok_or_else(expired)?;
    let key = format!("user:{}", account.id);
    throttle::check(ctx, "second_factor", &key).await?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    if !check_code(&mut tx, account.id, code).await? {
        tx.commit().await?;
        throttle::failed(ctx, "second_factor", &key).await?;
        return Err(AppError::field("code", "wrong_code").into());
    }
    take(&mut tx, &challenge).await?;
    if trusts_device {
        trust_device(&mut tx, account.id).await?;
    }
    tx.commit().await?;
    throttle::succeeded(ctx, "second_factor", &key).await?;
    forget(ctx);
    finish(ctx, kind, &account, &challenge.wishes, Method::SecondFactor).await
}
