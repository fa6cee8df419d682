//! Signing in at the platform's door, and links in mails.

use leptos::prelude::*;
use orion_kernel::AppError;

use crate::views::StepView;

/// Signs somebody in who knows a password; whoever has a second factor is led on to it.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "sign_in")]
pub async fn sign_in(
    email: String,
    password: String,
    #[server(default)] next: String,
    #[server(default)] remember: bool,
) -> Result<(), AppError> {
    let ctx = orion_runtime::visitor().await?;
    let wishes = crate::model::Wishes { next, remember };
    orion_runtime::redirect_out(&crate::server::sign_in(&ctx, &email, password, wishes).await?);
    Ok(())
}

/// What the second step of signing in asks for; nothing where none is under way.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "second_step")]
pub async fn second_step() -> Result<Option<StepView>, AppError> {
    let ctx = orion_runtime::visitor().await?;
    Ok(crate::server::second_step(&ctx).await?)
}

/// Signs somebody in who knows a code, after the password.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "pass_second_step")]
pub async fn pass_second_step(code: String, #[server(default)] trust_device: bool) -> Result<(), AppError> {
    let ctx = orion_runtime::visitor().await?;
    orion_runtime::redirect_out(&crate::server::pass_second_step(&ctx, &code, trust_device).await?);
    Ok(())
}

/// What an authenticator is to be asked for, as JSON.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "ask_for_passkey")]
pub async fn ask_for_passkey() -> Result<String, AppError> {
    let ctx = orion_runtime::visitor().await?;
    Ok(crate::server::ask_for_passkey(&ctx).await?)
}

/// Signs in whose passkey has answered, and says where to go.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "sign_in_with_passkey")]
pub async fn sign_in_with_passkey(
    answer: String,
    #[server(default)] next: String,
    #[server(default)] remember: bool,
) -> Result<String, AppError> {
    let ctx = orion_runtime::visitor().await?;
    let wishes = crate::model::Wishes { next, remember };
    Ok(crate::server::sign_in_with_passkey(&ctx, &answer, &wishes).await?)
}

/// Mails a link to a new password to whoever has this address, if anybody has.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "request_reset")]
pub async fn request_reset(email: String) -> Result<(), AppError> {
    let ctx = orion_runtime::visitor().await?;
    crate::server::request_reset(&ctx, &email).await?;
    orion_runtime::redirect(&format!("{}?sent=1", crate::paths::FORGOTTEN));
    Ok(())
}

/// Sets a new password by a link, and leads to the door.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "reset_password")]
pub async fn reset_password(token: String, password: String) -> Result<(), AppError> {
    let ctx = orion_runtime::visitor().await?;
    crate::server::reset_password(&ctx, &token, password).await?;
    orion_runtime::redirect(&format!("{}?done=password", crate::paths::SIGN_IN));
    Ok(())
}

/// The address a link confirms; nothing for a link that works no more.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "link_email")]
pub async fn link_email(token: String) -> Result<Option<String>, AppError> {
    let ctx = orion_runtime::visitor().await?;
    Ok(crate::server::link_email(&ctx, &token).await?)
}

/// Confirms an address by a link.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "confirm_email")]
pub async fn confirm_email(token: String) -> Result<(), AppError> {
    let ctx = orion_runtime::visitor().await?;
    crate::server::confirm_email(&ctx, &token).await?;
    orion_runtime::redirect(&format!("{}?done=1", crate::paths::CONFIRM_EMAIL));
    Ok(())
}
