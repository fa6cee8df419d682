//! Signing in at the admin's door, and one's own account.

use leptos::prelude::*;
use orion_kernel::{AppError, SessionId};

use crate::views::{AppSetup, PasskeyId, Security, SessionView, StepView};

/// Signs somebody in who knows a password; whoever has a second factor is led on to it.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "sign_in")]
pub async fn sign_in(
    email: String,
    password: String,
    #[server(default)] next: String,
    #[server(default)] remember: bool,
) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::at_admin_door()?;
    let wishes = crate::model::Wishes { next, remember };
    orion_runtime::redirect_out(&crate::server::sign_in(&ctx, &email, password, wishes).await?);
    Ok(())
}

/// What the second step of signing in asks for; nothing where none is under way.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "second_step")]
pub async fn second_step() -> Result<Option<StepView>, AppError> {
    let ctx = orion_runtime::server_fns::at_admin_door()?;
    Ok(crate::server::second_step(&ctx).await?)
}

/// Signs somebody in who knows a code, after the password.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "pass_second_step")]
pub async fn pass_second_step(code: String, #[server(default)] trust_device: bool) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::at_admin_door()?;
    orion_runtime::redirect_out(&crate::server::pass_second_step(&ctx, &code, trust_device).await?);
    Ok(())
}

/// What an authenticator is to be asked for, as JSON.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "ask_for_passkey")]
pub async fn ask_for_passkey() -> Result<String, AppError> {
    let ctx = orion_runtime::server_fns::at_admin_door()?;
    Ok(crate::server::ask_for_passkey(&ctx).await?)
}

/// Signs in whose passkey has answered, and says where to go.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "sign_in_with_passkey")]
pub async fn sign_in_with_passkey(
    answer: String,
    #[server(default)] next: String,
    #[server(default)] remember: bool,
) -> Result<String, AppError> {
    let ctx = orion_runtime::server_fns::at_admin_door()?;
    let wishes = crate::model::Wishes { next, remember };
    Ok(crate::server::sign_in_with_passkey(&ctx, &answer, &wishes).await?)
}

/// Mails a link to a new password to whoever has this address, if anybody has.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "request_reset")]
pub async fn request_reset(email: String) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::at_admin_door()?;
    crate::server::request_reset(&ctx, &email).await?;
    orion_runtime::redirect(&format!("{}?sent=1", crate::paths::FORGOTTEN));
    Ok(())
}

/// Sets a new password by a link, and leads to the door.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "reset_password")]
pub async fn reset_password(token: String, password: String) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::at_admin_door()?;
    crate::server::reset_password(&ctx, &token, password).await?;
    orion_runtime::redirect(&format!("{}?done=password", crate::paths::SIGN_IN));
    Ok(())
}

/// How well one's own account is protected.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "security_page")]
pub async fn security_page() -> Result<Security, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::security(&ctx).await?)
}

/// Asks for another e-mail address, which counts once its link was followed.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "change_email")]
pub async fn change_email(email: String, current_password: String) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::change_email(&ctx, &email, current_password).await?)
}

/// Mails a link that confirms the address of now.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "verify_email")]
pub async fn verify_email() -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::verify_email(&ctx).await?)
}

/// The secret for an authenticator app.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "set_up_app")]
pub async fn set_up_app() -> Result<AppSetup, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::set_up_app(&ctx).await?)
}

/// Switches the app on, and returns the recovery codes.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "confirm_app")]
pub async fn confirm_app(code: String) -> Result<Vec<String>, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::confirm_app(&ctx, &code).await?)
}

/// Switches the app off.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "remove_app")]
pub async fn remove_app(current_password: String) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::remove_app(&ctx, current_password).await?)
}

/// Makes new recovery codes and returns them.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "renew_codes")]
pub async fn renew_codes(current_password: String) -> Result<Vec<String>, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::renew_codes(&ctx, current_password).await?)
}

/// What an authenticator is to be asked for, as JSON.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "start_passkey")]
pub async fn start_passkey() -> Result<String, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::start_passkey(&ctx).await?)
}

/// Keeps a passkey, and returns recovery codes to whoever has none yet.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "add_passkey")]
pub async fn add_passkey(name: String, answer: String) -> Result<Vec<String>, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::add_passkey(&ctx, &name, &answer).await?)
}

/// Removes a passkey.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "remove_passkey")]
pub async fn remove_passkey(id: PasskeyId) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::remove_passkey(&ctx, id).await?)
}

/// Where somebody is signed in.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "list_sessions")]
pub async fn list_sessions() -> Result<Vec<SessionView>, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::list_sessions(&ctx).await?)
}

/// Ends one session.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "end_session")]
pub async fn end_session(id: SessionId) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::end_session(&ctx, id).await?)
}

/// Ends all other sessions.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "end_other_sessions")]
pub async fn end_other_sessions() -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::end_other_sessions(&ctx).await?)
}
