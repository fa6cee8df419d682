//! Who joins a team or takes over a merchant, and where they work.

use leptos::prelude::*;
use orion_kernel::AppError;

use crate::views::{InvitationView, MyStoreList, TransferView};

/// An invitation; nothing for one that cannot be accepted.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "invitation_page")]
pub async fn invitation_page(token: String) -> Result<Option<InvitationView>, AppError> {
    let ctx = orion_runtime::visitor().await?;
    Ok(crate::server::open_invitation(&ctx, &token).await?)
}

/// Accepts an invitation, with a new account or with the password of one that is there.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "accept_invitation")]
pub async fn accept_invitation(
    token: String,
    #[server(default)] name: String,
    password: String,
) -> Result<(), AppError> {
    let ctx = orion_runtime::visitor().await?;
    orion_runtime::redirect_out(&crate::server::accept_invitation(&ctx, &token, &name, password).await?);
    Ok(())
}

/// Accepts an invitation as whoever is signed in.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "join_team")]
pub async fn join_team(token: String) -> Result<(), AppError> {
    let ctx = orion_runtime::visitor().await?;
    orion_runtime::redirect_out(&crate::server::join_team(&ctx, &token).await?);
    Ok(())
}

/// A transfer of ownership; nothing for one that cannot be accepted.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "transfer_page")]
pub async fn transfer_page(token: String) -> Result<Option<TransferView>, AppError> {
    let ctx = orion_runtime::visitor().await?;
    Ok(crate::server::open_transfer(&ctx, &token).await?)
}

/// Takes a merchant over.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "accept_transfer")]
pub async fn accept_transfer(token: String) -> Result<(), AppError> {
    let ctx = orion_runtime::visitor().await?;
    orion_runtime::redirect_out(&crate::server::accept_transfer(&ctx, &token).await?);
    Ok(())
}

/// The stores of whoever is signed in; none for everybody else.
#[server(prefix = "/api/v1/platform/tenancy", endpoint = "my_stores")]
pub async fn my_stores(
    #[server(default)] search: String,
    #[server(default)] page: u32,
) -> Result<MyStoreList, AppError> {
    let ctx = orion_runtime::visitor().await?;
    Ok(crate::server::my_stores(&ctx, &search, page).await?)
}
