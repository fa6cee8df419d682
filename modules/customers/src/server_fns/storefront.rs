//! What shoppers and customers ask and do.

use leptos::prelude::*;
use orion_kernel::AppError;

use crate::{
    model::AddressId,
    views::{Account, Profile, SavedAddress},
};

/// Signs a customer in and goes on to `next`, a path below the storefront's base.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "sign_in")]
pub async fn sign_in(email: String, password: String, #[server(default)] next: String) -> Result<(), AppError> {
    let ctx = orion_runtime::shopper().await?;
    crate::server::sign_in(&ctx, &email, password).await?;
    orion_runtime::redirect(&crate::server::safe_next(&next));
    Ok(())
}

/// Makes an account, signs in and goes on to `next`.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "register")]
pub async fn register(
    first_name: String,
    last_name: String,
    email: String,
    password: String,
    #[server(default)] accepts_marketing: bool,
    #[server(default)] next: String,
) -> Result<(), AppError> {
    let ctx = orion_runtime::shopper().await?;
    let form = crate::server::Registration { first_name, last_name, email, password, accepts_marketing };
    crate::server::register_customer(&ctx, form).await?;
    orion_runtime::redirect(&crate::server::safe_next(&next));
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

/// Changes what the customer signs in with.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "change_email")]
pub async fn change_email(email: String, current_password: String) -> Result<(), AppError> {
    let ctx = orion_runtime::customer().await?;
    crate::server::change_email(&ctx, &email, current_password).await?;
    orion_runtime::redirect(crate::paths::DETAILS);
    Ok(())
}

/// Changes the customer's password and ends their other sessions.
#[server(prefix = "/api/v1/storefront/customers", endpoint = "change_password")]
pub async fn change_password(current_password: String, new_password: String) -> Result<(), AppError> {
    let ctx = orion_runtime::customer().await?;
    crate::server::change_password(&ctx, current_password, new_password).await?;
    orion_runtime::redirect(crate::paths::DETAILS);
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
