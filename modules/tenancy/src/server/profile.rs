//! What does somebody see and change of themselves?

use orion_kernel::{AppError, Check, Locale};
use orion_runtime::{Ctx, PlatformCtx, Principal, PrincipalKind, Result, Tx, password, session, throttle};
use serde_json::json;

use crate::views::Profile;

/// Whoever is signed in, as they see themselves.
///
/// # Errors
///
/// `Unauthenticated`.
pub async fn profile(ctx: &Ctx) -> Result<Profile> {
    let me = me(ctx)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let found: Option<(String, String, Option<String>)> =
        sqlx::query_as("select name, email, locale from tenancy.users where id = $1")
            .bind(me.id)
            .fetch_optional(tx.conn())
            .await?;
    let (name, email, locale) = found.ok_or_else(AppError::not_found)?;
    Ok(Profile { name, email, locale: locale.as_deref().and_then(Locale::from_code).unwrap_or(ctx.locale()) })
}

/// Changes name and language, and says where the page is in that language.
///
/// # Errors
///
/// What is wrong with which field.
pub async fn save_me(ctx: &Ctx, name: &str, language: &str) -> Result<String> {
    let me = me(ctx)?;
    let locale = Locale::from_code(language).filter(|locale| ctx.scope().locales().contains(locale));
    let mut check = Check::new();
    check.text("name", name, 1..=120);
    check.when(locale.is_none(), "language", "invalid_choice");
    check.finish()?;
    let language = locale.ok_or_else(AppError::internal)?.code();
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    sqlx::query("update tenancy.users set name = $2, locale = $3 where id = $1")
        .bind(me.id)
        .bind(name.trim())
        .bind(language)
        .execute(tx.conn())
        .await?;
    tx.audit("tenancy.profile_changed", ("user", me.id), json!({ "language": language })).await?;
    tx.commit().await?;
    Ok(format!("{}{}?language={language}", ctx.scope().base, crate::paths::PROFILE))
}

pub(super) fn me(ctx: &Ctx) -> Result<&Principal, AppError> {
    ctx.principal().ok_or_else(AppError::unauthenticated)
}

/// Whether whoever asks knows their password. Guesses are counted.
pub(super) async fn confirm_password(ctx: &Ctx, current: String) -> Result<()> {
    let me = me(ctx)?;
    let key = format!("user:{}", me.id);
    throttle::check(ctx, "password", &key).await?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let hash: Option<String> = sqlx::query_scalar("select password_hash from tenancy.users where id = $1")
        .bind(me.id)
        .fetch_optional(tx.conn())
        .await?;
    tx.commit().await?;
    let hash = hash.ok_or_else(AppError::not_found)?;
    if !password::verify(current, hash).await.map_err(AppError::from)? {
        throttle::failed(ctx, "password", &key).await?;
        return Err(AppError::field("current_password", "wrong_password").into());
    }
    throttle::succeeded(ctx, "password", &key).await
}

/// Ends all sessions but this one: a credential changed.
pub(super) async fn end_others(tx: &mut Tx, me: &Principal) -> Result<()> {
    for kind in [PrincipalKind::Operator, PrincipalKind::Member] {
        session::end_all_in(tx, kind, me.id, Some(me.session)).await?;
    }
    Ok(())
}
