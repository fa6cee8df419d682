//! Platforms and their menus, for operators.

use std::collections::BTreeMap;

use leptos::prelude::*;
use orion_kernel::{AppError, Frontend};
use server_fn::codec::{MultipartData, MultipartFormData};

use crate::{
    forms::PlatformInput,
    views::{MenuEditor, PlatformEditor, PlatformList, RecipeView},
};

/// The platforms that whoever asks may see.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "list_platforms")]
pub async fn list_platforms() -> Result<PlatformList, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::PLATFORMS_MANAGE).await?;
    Ok(crate::server::list_platforms(&ctx).await?)
}

/// What a new platform can start with.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "recipes")]
pub async fn recipes() -> Result<Vec<RecipeView>, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::PLATFORMS_MANAGE).await?;
    Ok(crate::server::shipped_recipes(&ctx)?)
}

/// Makes a platform by a recipe that comes with the program, and leads to its page.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "create_platform")]
pub async fn create_platform(
    code: String,
    #[server(default)] recipe: String,
    #[server(flatten)] platform: PlatformInput,
) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::PLATFORMS_MANAGE).await?;
    crate::server::create_platform_by(&ctx, &code, &platform, recipe).await?;
    orion_runtime::redirect(&crate::paths::platform(&code));
    Ok(())
}

/// Makes a platform by a recipe in a file, and leads to its page.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "upload_platform", input = MultipartFormData)]
pub async fn upload_platform(data: MultipartData) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::PLATFORMS_MANAGE).await?;
    let code = crate::server::create_uploaded_platform(&ctx, data).await?;
    orion_runtime::redirect(&crate::paths::platform(&code));
    Ok(())
}

/// A platform as it is changed.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "edit_platform")]
pub async fn edit_platform(code: String) -> Result<PlatformEditor, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::PLATFORMS_MANAGE).await?;
    Ok(crate::server::edit_platform(&ctx, &code).await?)
}

/// Changes a platform.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "save_platform")]
pub async fn save_platform(code: String, #[server(flatten)] platform: PlatformInput) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::PLATFORMS_MANAGE).await?;
    Ok(crate::server::save_platform(&ctx, &code, &platform).await?)
}

/// Shows a logo in place of the platform's name.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "upload_platform_logo", input = MultipartFormData)]
pub async fn upload_platform_logo(data: MultipartData) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::PLATFORMS_MANAGE).await?;
    let code = crate::server::upload_platform_logo(&ctx, data).await?;
    orion_runtime::redirect(&crate::paths::platform(&code));
    Ok(())
}

/// Shows the platform's name again.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "remove_platform_logo")]
pub async fn remove_platform_logo(code: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::PLATFORMS_MANAGE).await?;
    Ok(crate::server::remove_platform_logo(&ctx, &code).await?)
}

/// The menu of a frontend.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "edit_menu")]
pub async fn edit_menu(frontend: Frontend) -> Result<MenuEditor, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::PLATFORMS_MANAGE).await?;
    Ok(crate::server::edit_menu(&ctx, frontend).await?)
}

/// Moves an entry of a menu up.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "move_menu_entry_up")]
pub async fn move_menu_entry_up(frontend: Frontend, key: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::PLATFORMS_MANAGE).await?;
    Ok(crate::server::move_entry(&ctx, frontend, &key, crate::server::Direction::Up).await?)
}

/// Moves an entry of a menu down.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "move_menu_entry_down")]
pub async fn move_menu_entry_down(frontend: Frontend, key: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::PLATFORMS_MANAGE).await?;
    Ok(crate::server::move_entry(&ctx, frontend, &key, crate::server::Direction::Down).await?)
}

/// Hides an entry of a menu, or shows it again.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "hide_menu_entry")]
pub async fn hide_menu_entry(frontend: Frontend, key: String, hide: bool) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::PLATFORMS_MANAGE).await?;
    Ok(crate::server::hide_entry(&ctx, frontend, &key, hide).await?)
}

/// Gives an entry of a menu other names.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "rename_menu_entry")]
pub async fn rename_menu_entry(
    frontend: Frontend,
    key: String,
    #[server(default)] labels: BTreeMap<String, String>,
) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::PLATFORMS_MANAGE).await?;
    Ok(crate::server::rename_entry(&ctx, frontend, &key, &labels).await?)
}

/// Gives a menu its declared order and names back.
#[server(prefix = "/api/v1/admin/tenancy", endpoint = "reset_menu")]
pub async fn reset_menu(frontend: Frontend) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::PLATFORMS_MANAGE).await?;
    Ok(crate::server::reset_menu(&ctx, frontend).await?)
}
