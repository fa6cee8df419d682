//! What shoppers and customers ask and do.

use leptos::prelude::*;
use orion_contracts::CheckoutId;
use orion_kernel::{AppError, SessionId};

use crate::{
    model::{AddressId, LinkKind},
    views::{Account, LinkView, Profile, SavedAddress, SessionView},
};

/// Signs a customer in and goes on to `next`, a path below the storefront's base.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "sign_in")]
pub async fn sign_in(
    email: String,
    password: String,
    #[server(default)] remember: bool,
    #[server(default)] next: String,
) -> Result<(), AppError> {
    let ctx = orion_runtime::shopper().await?;
    crate::server::sign_in(&ctx, &email, password, remember).await?;
    orion_runtime::redirect(&crate::server::safe_next(&next));
    Ok(())
}

/// Sends whoever wants an account the link that completes it, or what there is to know instead.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "register")]
pub async fn register(
    first_name: String,
    last_name: String,
    email: String,
    #[server(default)] accepts_marketing: bool,
    #[server(default)] next: String,
) -> Result<(), AppError> {
    let ctx = orion_runtime::shopper().await?;
    let form = crate::server::Registration { first_name, last_name, email, accepts_marketing, next };
    crate::server::register_customer(&ctx, &form).await?;
    orion_runtime::redirect(crate::paths::REGISTER_SENT);
    Ok(())
}

/// Sends that link once more.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "resend_confirmation")]
pub async fn resend_confirmation(email: String) -> Result<(), AppError> {
    let ctx = orion_runtime::shopper().await?;
    crate::server::resend_confirmation(&ctx, &email).await?;
    orion_runtime::redirect(crate::paths::REGISTER_SENT);
    Ok(())
}

/// Sends it to the address of an order that was just placed.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "register_after_checkout")]
pub async fn register_after_checkout(
    checkout: CheckoutId,
    #[server(default)] accepts_marketing: bool,
) -> Result<(), AppError> {
    let ctx = orion_runtime::shopper().await?;
    crate::server::register_after_checkout(&ctx, checkout, accepts_marketing).await?;
    orion_runtime::redirect(crate::paths::REGISTER_SENT);
    Ok(())
}

/// Whom a link by mail was sent to, while it works.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "link")]
pub async fn read_link(kind: LinkKind, token: String) -> Result<LinkView, AppError> {
    let ctx = orion_runtime::shopper().await?;
    Ok(crate::server::read_link(&ctx, kind, &token).await?)
}

/// Completes the account of whoever has the link, signs in and goes on.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "confirm_registration")]
pub async fn confirm_registration(token: String, password: String) -> Result<(), AppError> {
    let ctx = orion_runtime::shopper().await?;
    let next = crate::server::confirm_registration(&ctx, &token, password).await?;
    orion_runtime::redirect(&next);
    Ok(())
}

/// Signs out.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "sign_out")]
pub async fn sign_out() -> Result<(), AppError> {
    let ctx = orion_runtime::shopper().await?;
    crate::server::sign_out(&ctx).await?;
    orion_runtime::redirect("/");
    Ok(())
}

/// Sends a link to choose a new password, if there is such a customer.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "request_reset")]
pub async fn request_reset(email: String) -> Result<(), AppError> {
    let ctx = orion_runtime::shopper().await?;
    crate::server::request_reset(&ctx, &email).await?;
    orion_runtime::redirect(&format!("{}?sent=true", crate::paths::FORGOTTEN));
    Ok(())
}

/// Sets the password of whoever has the link, and signs them in.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "reset_password")]
pub async fn reset_password(token: String, password: String) -> Result<(), AppError> {
    let ctx = orion_runtime::shopper().await?;
    crate::server::reset_password(&ctx, &token, password).await?;
    orion_runtime::redirect(crate::paths::ACCOUNT);
    Ok(())
}

/// The customer's own page.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "account")]
pub async fn read_account() -> Result<Account, AppError> {
    let ctx = orion_runtime::customer().await?;
    Ok(crate::server::account(&ctx).await?)
}

/// Who the customer is.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "profile")]
pub async fn read_profile() -> Result<Profile, AppError> {
    let ctx = orion_runtime::customer().await?;
    Ok(crate::server::profile(&ctx).await?)
}

/// Changes the customer's name and telephone number.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "save_profile")]
pub async fn save_profile(
    first_name: String,
    last_name: String,
    phone: String,
    #[server(default)] accepts_marketing: bool,
) -> Result<(), AppError> {
    let ctx = orion_runtime::customer().await?;
    let profile = Profile { first_name, last_name, phone, accepts_marketing, email: String::new() };
    crate::server::save_profile(&ctx, &profile).await?;
    orion_runtime::redirect(crate::paths::DETAILS);
    Ok(())
}

/// Sends a link to the address the customer wants to sign in with.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "change_email")]
pub async fn change_email(email: String, current_password: String) -> Result<(), AppError> {
    let ctx = orion_runtime::customer().await?;
    crate::server::change_email(&ctx, &email, current_password).await?;
    orion_runtime::redirect(&format!("{}?sent=email", crate::paths::DETAILS));
    Ok(())
}

/// Makes the address a link was sent to the customer's.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "confirm_email")]
pub async fn confirm_email(token: String) -> Result<(), AppError> {
    let ctx = orion_runtime::shopper().await?;
    crate::server::confirm_email(&ctx, &token).await?;
    orion_runtime::redirect(&format!("{}?done=email", crate::paths::DETAILS));
    Ok(())
}

/// Changes the customer's password and ends their other sessions.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "change_password")]
pub async fn change_password(current_password: String, new_password: String) -> Result<(), AppError> {
    let ctx = orion_runtime::customer().await?;
    crate::server::change_password(&ctx, current_password, new_password).await?;
    orion_runtime::redirect(&format!("{}?done=password", crate::paths::DETAILS));
    Ok(())
}

/// Where the customer is signed in.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "sessions")]
pub async fn read_sessions() -> Result<Vec<SessionView>, AppError> {
    let ctx = orion_runtime::customer().await?;
    Ok(crate::server::sessions(&ctx).await?)
}

/// Signs the customer out in one place.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "end_session")]
pub async fn end_session(id: SessionId) -> Result<(), AppError> {
    let ctx = orion_runtime::customer().await?;
    crate::server::end_session(&ctx, id).await?;
    orion_runtime::redirect(crate::paths::SESSIONS);
    Ok(())
}

/// Signs the customer out everywhere else.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "end_other_sessions")]
pub async fn end_other_sessions() -> Result<(), AppError> {
    let ctx = orion_runtime::customer().await?;
    crate::server::end_other_sessions(&ctx).await?;
    orion_runtime::redirect(crate::paths::SESSIONS);
    Ok(())
}

/// Deletes the customer's account for good.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "delete_account")]
pub async fn delete_account(current_password: String, #[server(default)] is_sure: bool) -> Result<(), AppError> {
    let ctx = orion_runtime::customer().await?;
    crate::server::delete_account(&ctx, current_password, is_sure).await?;
    orion_runtime::redirect(&format!("{}?deleted=true", crate::paths::SIGN_IN));
    Ok(())
}

/// The customer's addresses.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "addresses")]
pub async fn read_addresses() -> Result<Vec<SavedAddress>, AppError> {
    let ctx = orion_runtime::customer().await?;
    Ok(crate::server::addresses(&ctx).await?)
}

/// One of the customer's addresses.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "address")]
pub async fn read_address(id: AddressId) -> Result<SavedAddress, AppError> {
    let ctx = orion_runtime::customer().await?;
    Ok(crate::server::address(&ctx, id).await?)
}

/// Adds an address, or changes the one with the id.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "save_address")]
pub async fn save_address(
    #[server(default)] id: Option<AddressId>,
    first_name: String,
    last_name: String,
    #[server(default)] company: String,
    line1: String,
    #[server(default)] line2: String,
    postcode: String,
    city: String,
    country: String,
    #[server(default)] phone: String,
    #[server(default)] is_default: bool,
) -> Result<(), AppError> {
    let ctx = orion_runtime::customer().await?;
    let address = orion_contracts::customers::Address {
        first_name,
        last_name,
        company,
        line1,
        line2,
        postcode,
        city,
        country,
        phone,
    };
    crate::server::save_address(&ctx, id, &address, is_default).await?;
    orion_runtime::redirect(crate::paths::ADDRESSES);
    Ok(())
}

/// Fills an address in first from now on.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "make_default")]
pub async fn make_default(id: AddressId) -> Result<(), AppError> {
    let ctx = orion_runtime::customer().await?;
    crate::server::make_default(&ctx, id).await?;
    orion_runtime::redirect(crate::paths::ADDRESSES);
    Ok(())
}

/// Removes an address.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "remove_address")]
pub async fn remove_address(id: AddressId) -> Result<(), AppError> {
    let ctx = orion_runtime::customer().await?;
    crate::server::remove_address(&ctx, id).await?;
    orion_runtime::redirect(crate::paths::ADDRESSES);
    Ok(())
}
