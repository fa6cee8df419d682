//! What merchants do about their team, its roles and the keys of programs.

use leptos::prelude::*;
use orion_kernel::{AppError, StoreId, UserId};

use crate::views::{
    ApiKeyId, ApiKeysPage, InvitationId, MyStoreList, NewApiKey, RoleEditor, RoleId, RoleList, TeamPage,
};

/// Who works in the store.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "list_team")]
pub async fn list_team() -> Result<TeamPage, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::TEAM_VIEW).await?;
    Ok(crate::server::list_team(&ctx).await?)
}

/// Invites somebody into the team.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "invite_member")]
pub async fn invite_member(
    email: String,
    role: String,
    #[server(default)] all_stores: bool,
    #[server(default)] stores: Vec<StoreId>,
) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::TEAM_MANAGE).await?;
    crate::server::invite(&ctx, &email, &crate::forms::MemberInput { role, all_stores, stores }).await?;
    Ok(())
}

/// Sends an invitation again.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "resend_invitation")]
pub async fn resend_invitation(id: InvitationId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::TEAM_MANAGE).await?;
    Ok(crate::server::resend_invitation(&ctx, id).await?)
}

/// Takes an invitation back.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "revoke_invitation")]
pub async fn revoke_invitation(id: InvitationId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::TEAM_MANAGE).await?;
    Ok(crate::server::revoke_invitation(&ctx, id).await?)
}

/// Gives somebody of the team another role or other stores.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "save_member")]
pub async fn save_member(
    user: UserId,
    role: String,
    #[server(default)] all_stores: bool,
    #[server(default)] stores: Vec<StoreId>,
) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::TEAM_MANAGE).await?;
    Ok(crate::server::save_member(&ctx, user, &crate::forms::MemberInput { role, all_stores, stores }).await?)
}

/// Takes somebody out of the team.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "remove_member")]
pub async fn remove_member(user: UserId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::TEAM_MANAGE).await?;
    Ok(crate::server::remove_member(&ctx, user).await?)
}

/// Leaves the team.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "leave_team")]
pub async fn leave_team(#[server(default)] confirm: bool) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    orion_runtime::redirect_out(&crate::server::leave_team(&ctx, confirm).await?);
    Ok(())
}

/// Asks somebody of the team to take over.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "start_transfer")]
pub async fn start_transfer(user: UserId, password: String) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::TEAM_MANAGE).await?;
    Ok(crate::server::start_transfer(&ctx, user, password).await?)
}

/// Keeps the merchant after all.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "revoke_transfer")]
pub async fn revoke_transfer() -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::TEAM_MANAGE).await?;
    Ok(crate::server::revoke_transfer(&ctx).await?)
}

/// The team's roles.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "list_roles")]
pub async fn list_roles() -> Result<RoleList, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::TEAM_VIEW).await?;
    Ok(crate::server::list_roles(&ctx).await?)
}

/// A role to change, or a new one like another.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "role_page")]
pub async fn role_page(
    #[server(default)] id: Option<RoleId>,
    #[server(default)] copied: String,
) -> Result<RoleEditor, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::TEAM_VIEW).await?;
    Ok(crate::server::open_role(&ctx, id, &copied).await?)
}

/// Makes a role, or changes one.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "save_role")]
pub async fn save_role(
    #[server(default)] id: Option<RoleId>,
    name: String,
    #[server(default)] permissions: Vec<String>,
) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::TEAM_MANAGE).await?;
    crate::server::save_role(&ctx, id, &name, &permissions).await?;
    orion_runtime::redirect(crate::paths::ROLES);
    Ok(())
}

/// Removes a role nobody has.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "delete_role")]
pub async fn delete_role(id: RoleId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::TEAM_MANAGE).await?;
    Ok(crate::server::delete_role(&ctx, id).await?)
}

/// The store's keys for programs.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "list_api_keys")]
pub async fn list_api_keys() -> Result<ApiKeysPage, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::API_KEYS_MANAGE).await?;
    Ok(crate::server::list_api_keys(&ctx).await?)
}

/// Makes a key.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "create_api_key")]
pub async fn create_api_key(
    name: String,
    days: u16,
    #[server(default)] scopes: Vec<String>,
) -> Result<NewApiKey, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::API_KEYS_MANAGE).await?;
    Ok(crate::server::create_api_key(&ctx, &crate::forms::ApiKeyInput { name, days, scopes }).await?)
}

/// Makes a key worthless.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "revoke_api_key")]
pub async fn revoke_api_key(id: ApiKeyId) -> Result<(), AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::API_KEYS_MANAGE).await?;
    Ok(crate::server::revoke_api_key(&ctx, id).await?)
}

/// The stores of whoever is signed in, for the switcher.
#[server(prefix = "/api/v1/store/tenancy", endpoint = "find_my_stores")]
pub async fn find_my_stores(
    #[server(default)] search: String,
    #[server(default)] page: u32,
) -> Result<MyStoreList, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::my_stores(&ctx, &search, page).await?)
}
