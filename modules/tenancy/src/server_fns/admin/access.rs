//! What operators do about users, and about each other.

use leptos::prelude::*;
use orion_kernel::{AppError, Paged, SessionId, UserId};
use orion_ui::IndexQuery;

use crate::views::{InvitationId, OperatorsPage, RoleEditor, RoleId, RoleList, UserDetails, UserRow};

/// A page of users.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "list_users")]
pub async fn list_users(query: IndexQuery) -> Result<Paged<UserRow>, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::USERS_VIEW).await?;
    Ok(crate::server::list_users(&ctx, &query).await?)
}

/// A user.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "user_page")]
pub async fn user_page(user: UserId) -> Result<UserDetails, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::USERS_VIEW).await?;
    Ok(crate::server::open_user(&ctx, user).await?)
}

/// Keeps a user out.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "lock_user")]
pub async fn lock_user(user: UserId, reason: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::USERS_MANAGE).await?;
    Ok(crate::server::lock_user(&ctx, user, &reason).await?)
}

/// Lets a user in again.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "unlock_user")]
pub async fn unlock_user(user: UserId) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::USERS_MANAGE).await?;
    Ok(crate::server::unlock_user(&ctx, user).await?)
}

/// Takes a user's second factors away.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "reset_second_factor")]
pub async fn reset_second_factor(user: UserId) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::USERS_MANAGE).await?;
    Ok(crate::server::reset_users_second_factor(&ctx, user).await?)
}

/// Signs a user out of one browser.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "end_user_session")]
pub async fn end_user_session(user: UserId, session: SessionId) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::USERS_MANAGE).await?;
    Ok(crate::server::end_user_session(&ctx, user, session).await?)
}

/// Signs a user out of every browser.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "end_user_sessions")]
pub async fn end_user_sessions(user: UserId) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::USERS_MANAGE).await?;
    Ok(crate::server::end_user_sessions(&ctx, user).await?)
}

/// Who runs the platform.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "list_operators")]
pub async fn list_operators() -> Result<OperatorsPage, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::OPERATORS_VIEW).await?;
    Ok(crate::server::list_operators(&ctx).await?)
}

/// Invites an operator.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "invite_operator")]
pub async fn invite_operator(email: String, role: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::OPERATORS_MANAGE).await?;
    crate::server::invite(&ctx, &email, &crate::forms::MemberInput::of_operator(role)).await?;
    Ok(())
}

/// Sends an invitation again.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "resend_invitation")]
pub async fn resend_invitation(id: InvitationId) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::OPERATORS_MANAGE).await?;
    Ok(crate::server::resend_invitation(&ctx, id).await?)
}

/// Takes an invitation back.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "revoke_invitation")]
pub async fn revoke_invitation(id: InvitationId) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::OPERATORS_MANAGE).await?;
    Ok(crate::server::revoke_invitation(&ctx, id).await?)
}

/// Gives an operator another role.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "save_operator")]
pub async fn save_operator(user: UserId, role: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::OPERATORS_MANAGE).await?;
    Ok(crate::server::save_operator(&ctx, user, &role).await?)
}

/// Takes somebody from among the operators.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "remove_operator")]
pub async fn remove_operator(user: UserId) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::OPERATORS_MANAGE).await?;
    Ok(crate::server::remove_operator(&ctx, user).await?)
}

/// The operators' roles.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "list_roles")]
pub async fn list_roles() -> Result<RoleList, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::OPERATORS_VIEW).await?;
    Ok(crate::server::list_roles(&ctx).await?)
}

/// A role to change, or a new one like another.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "role_page")]
pub async fn role_page(
    #[server(default)] id: Option<RoleId>,
    #[server(default)] copied: String,
) -> Result<RoleEditor, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::OPERATORS_VIEW).await?;
    Ok(crate::server::open_role(&ctx, id, &copied).await?)
}

/// Makes a role, or changes one.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "save_role")]
pub async fn save_role(
    #[server(default)] id: Option<RoleId>,
    name: String,
    #[server(default)] permissions: Vec<String>,
) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::OPERATORS_MANAGE).await?;
    crate::server::save_role(&ctx, id, &name, &permissions).await?;
    orion_runtime::redirect(crate::paths::OPERATOR_ROLES);
    Ok(())
}

/// Removes a role nobody has.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "delete_role")]
pub async fn delete_role(id: RoleId) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::OPERATORS_MANAGE).await?;
    Ok(crate::server::delete_role(&ctx, id).await?)
}
