//! One's own account, and what is asked of the team's.

use leptos::prelude::*;
use orion_kernel::{AppError, SessionId};

use crate::views::{AppSetup, PasskeyId, Security, SessionView};

/// How well one's own account is protected.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "security_page")]
pub async fn security_page() -> Result<Security, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::security(&ctx).await?)
}

/// Asks for another e-mail address, which counts once its link was followed.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "change_email")]
pub async fn change_email(email: String, current_password: String) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::change_email(&ctx, &email, current_password).await?)
}

/// Mails a link that confirms the address of now.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "verify_email")]
pub async fn verify_email() -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::verify_email(&ctx).await?)
}

/// The secret for an authenticator app.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "set_up_app")]
pub async fn set_up_app() -> Result<AppSetup, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::set_up_app(&ctx).await?)
}

/// Switches the app on, and returns the recovery codes.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "confirm_app")]
pub async fn confirm_app(code: String) -> Result<Vec<String>, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::confirm_app(&ctx, &code).await?)
}

/// Switches the app off.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "remove_app")]
pub async fn remove_app(current_password: String) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::remove_app(&ctx, current_password).await?)
}

/// Makes new recovery codes and returns them.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "renew_codes")]
pub async fn renew_codes(current_password: String) -> Result<Vec<String>, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::renew_codes(&ctx, current_password).await?)
}

/// What an authenticator is to be asked for, as JSON.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "start_passkey")]
pub async fn start_passkey() -> Result<String, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::start_passkey(&ctx).await?)
}

/// Keeps a passkey, and returns recovery codes to whoever has none yet.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "add_passkey")]
pub async fn add_passkey(name: String, answer: String) -> Result<Vec<String>, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::add_passkey(&ctx, &name, &answer).await?)
}

/// Removes a passkey.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "remove_passkey")]
pub async fn remove_passkey(id: PasskeyId) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::remove_passkey(&ctx, id).await?)
}

/// Where somebody is signed in.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "list_sessions")]
pub async fn list_sessions() -> Result<Vec<SessionView>, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::list_sessions(&ctx).await?)
}

/// Ends one session.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "end_session")]
pub async fn end_session(id: SessionId) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::end_session(&ctx, id).await?)
}

/// Ends all other sessions.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "end_other_sessions")]
pub async fn end_other_sessions() -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::end_other_sessions(&ctx).await?)
}

/// Whether the team must have a second factor.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "team_second_factor_policy")]
pub async fn team_second_factor_policy() -> Result<bool, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::TEAM_VIEW).await?;
    Ok(crate::server::team_policy(&ctx).await?)
}

/// Decides whether the team must have a second factor.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "set_team_second_factor_policy")]
pub async fn set_team_second_factor_policy(#[server(default)] is_required: bool) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::TEAM_MANAGE).await?;
    Ok(crate::server::set_team_policy(&ctx, is_required).await?)
}
