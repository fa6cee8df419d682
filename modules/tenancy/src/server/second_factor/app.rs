//! The authenticator app: time-based codes (RFC 6238), six digits that change every 30 seconds.

use orion_kernel::AppError;
use orion_runtime::{Ctx, PlatformCtx, Result, Tx, session, throttle};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use totp_rs::{Builder, Secret, Totp};
use uuid::Uuid;

use super::{ensure_codes, forget_devices};
use crate::{
    server::{
        letters::{Happening, tell},
        profile::{confirm_password, end_others, me},
        qr,
    },
    views::AppSetup,
};

/// How long a code is.
pub const DIGITS: usize = 6;
/// How long one is shown.
const STEP_SECS: u64 = 30;
/// 160 bits, as RFC 4226 recommends.
const SECRET_LEN: usize = 20;

/// The secret to enter into the app, as text and as a picture. A secret counts once a code has confirmed it; until then each
/// call may make another.
///
/// # Errors
///
/// `Conflict` `second_factor_is_on` where there is one already.
pub async fn set_up_app(ctx: &Ctx) -> Result<AppSetup> {
    ctx.refuse_impersonation()?;
    let me = me(ctx)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let found: Option<(String, bool)> = sqlx::query_as(
        "select secret, confirmed_at is not null from tenancy.second_factors where user_id = $1 for update",
    )
    .bind(me.id)
    .fetch_optional(tx.conn())
    .await?;
    let secret = match found {
        Some((_, true)) => return Err(AppError::conflict("second_factor_is_on").into()),
        // Whoever loads the page again sees the same picture.
        Some((sealed, false)) => ctx.app().unseal(&place(me.id), &sealed)?,
        None => {
            let secret = Secret::from(Sha256::digest(ctx.random_token())[..SECRET_LEN].to_vec()).to_base32();
            sqlx::query(
                "insert into tenancy.second_factors (user_id, secret, created_at) values ($1, $2, $3) on conflict do nothing",
            )
            .bind(me.id)
            .bind(ctx.app().seal(&place(me.id), &secret)?)
            .bind(ctx.now())
            .execute(tx.conn())
            .await?;
            secret
        }
    };
    tx.commit().await?;
    let address = otpauth(&ctx.scope().platform.name, &me.email, &secret);
    let (qr_size, qr_path) = qr::draw(&address)?;
    Ok(AppSetup { secret, qr_size, qr_path })
}

/// Switches the app on, once a code shows that it has the secret. Other sessions end; this one has the second factor from now
/// on. The recovery codes are shown this once.
///
/// # Errors
///
/// `wrong_code` for the field `code`.
pub async fn confirm_app(ctx: &Ctx, code: &str) -> Result<Vec<String>> {
    ctx.refuse_impersonation()?;
    let me = me(ctx)?;
    let key = format!("user:{}", me.id);
    throttle::check(ctx, "second_factor", &key).await?;
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let sealed: Option<String> = sqlx::query_scalar(
        "select secret from tenancy.second_factors where user_id = $1 and confirmed_at is null for update",
    )
    .bind(me.id)
    .fetch_optional(tx.conn())
    .await?;
    let sealed = sealed.ok_or_else(|| AppError::conflict("second_factor_is_on"))?;
    let Some(step) = matching_step(ctx, me.id, &sealed, &digits)? else {
        tx.commit().await?;
        throttle::failed(ctx, "second_factor", &key).await?;
        return Err(AppError::field("code", "wrong_code").into());
    };
    sqlx::query("update tenancy.second_factors set confirmed_at = $2, last_step = $3 where user_id = $1")
        .bind(me.id)
        .bind(ctx.now())
        .bind(step)
        .execute(tx.conn())
        .await?;
    let codes = ensure_codes(&mut tx, me.id).await?;
    end_others(&mut tx, me).await?;
    tx.audit("tenancy.second_factor_added", ("user", me.id), json!({ "kind": "app" })).await?;
    tx.commit().await?;
    throttle::succeeded(ctx, "second_factor", &key).await?;
    session::pass_second_factor(ctx, me.kind).await?;
    tell(ctx, me.id, &me.email, me.locale.unwrap_or(ctx.locale()), Happening::AppAdded).await?;
    Ok(codes)
}

/// Switches the app off for whoever knows the password.
///
/// # Errors
///
/// `wrong_password` for the field `current_password`.
pub async fn remove_app(ctx: &Ctx, current: String) -> Result<()> {
    ctx.refuse_impersonation()?;
    let me = me(ctx)?;
    confirm_password(ctx, current).await?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    sqlx::query("delete from tenancy.second_factors where user_id = $1").bind(me.id).execute(tx.conn()).await?;
    // Without any factor the codes open nothing more.
    sqlx::query(
        "delete from tenancy.recovery_codes
         where user_id = $1 and not exists (select from tenancy.passkeys where user_id = $1)",
    )
    .bind(me.id)
    .execute(tx.conn())
    .await?;
    forget_devices(&mut tx, me.id).await?;
    end_others(&mut tx, me).await?;
    tx.audit("tenancy.second_factor_removed", ("user", me.id), json!({ "kind": "app" })).await?;
    tx.commit().await?;
    session::rotate(ctx, me.kind).await?;
    tell(ctx, me.id, &me.email, me.locale.unwrap_or(ctx.locale()), Happening::AppRemoved).await
}

/// Whether the code is one of now, and was not used before.
pub async fn check(tx: &mut Tx, user: Uuid, digits: &str) -> Result<bool> {
    let ctx = tx.ctx().clone();
    let found: Option<(String, i64)> = sqlx::query_as(
        "select secret, last_step from tenancy.second_factors
         where user_id = $1 and confirmed_at is not null for update",
    )
    .bind(user)
    .fetch_optional(tx.conn())
    .await?;
    let Some((sealed, last_step)) = found else { return Ok(false) };
    let Some(step) = matching_step(&ctx, user, &sealed, digits)?.filter(|step| *step > last_step) else {
        return Ok(false);
    };
    sqlx::query("update tenancy.second_factors set last_step = $2 where user_id = $1")
        .bind(user)
        .bind(step)
        .execute(tx.conn())
        .await?;
    Ok(true)
}

/// The step that the code belongs to: now, or the one before or after, since clocks differ.
fn matching_step(ctx: &Ctx, user: Uuid, sealed: &str, digits: &str) -> Result<Option<i64>, AppError> {
    let totp = totp(&ctx.app().unseal(&place(user), sealed)?)?;
    let now = u64::try_from(ctx.now().unix_timestamp()).unwrap_or_default();
    Ok(totp.check(digits, now).and_then(|step| i64::try_from(step).ok()))
}

fn totp(secret: &str) -> Result<Totp, AppError> {
    let broken = || {
        tracing::error!("the secret of an authenticator app is damaged");
        AppError::internal()
    };
    let secret = Secret::try_from_base32(secret).map_err(|_| broken())?;
    Builder::new().with_secret(secret).with_step_duration(STEP_SECS).build().map_err(|_| broken())
}

fn place(user: Uuid) -> String {
    format!("tenancy/second_factor/{user}")
}

/// What the picture says: <https://github.com/google/google-authenticator/wiki/Key-Uri-Format>.
fn otpauth(platform: &str, email: &str, secret: &str) -> String {
    let (issuer, account) = (percent(platform), percent(email));
    format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}&digits={DIGITS}&period={STEP_SECS}")
}

fn percent(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, in six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = Secret::from(b"12345678901234567890".to_vec()).to_base32();
        let totp = totp(&secret).expect("a secret");
        for (time, code, step) in
            [(59, "287082", 1), (1_111_111_109, "081804", 37_037_036), (20_000_000_000, "353130", 666_666_666)]
        {
            assert_eq!(totp.check(code, time), Some(step), "{time}");
            assert_eq!(totp.check(code, time + 90), None, "{time}");
        }
    }

    #[test]
    fn the_picture_names_platform_and_account() {
        let address = otpauth("Orion Lëtzebuerg", "a+b@c.lu", "ABC");
        assert!(address.starts_with("otpauth://totp/Orion%20L%C3%ABtzebuerg:a%2Bb%40c.lu?secret=ABC&issuer=Orion%20L"));
    }
}
