//! The module's server functions.

use leptos::server;
use orion_kernel::{AppError, Paged};
use orion_ui::IndexQuery;

use crate::views::{AuditRow, Dashboard};

#[server(prefix = "/api/v1/admin/core", endpoint = "dashboard")]
pub async fn admin_dashboard() -> Result<Dashboard, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::DASHBOARD).await?;
    Ok(crate::server::dashboard(&ctx).await)
}

#[server(prefix = "/api/v1/store/core", endpoint = "dashboard")]
pub async fn store_dashboard() -> Result<Dashboard, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::DASHBOARD).await?;
    Ok(crate::server::dashboard(&ctx).await)
}

#[server(prefix = "/api/v1/admin/core", endpoint = "list_audit")]
pub async fn admin_audit(query: IndexQuery) -> Result<Paged<AuditRow>, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::AUDIT).await?;
    Ok(crate::server::list_audit(&mut ctx.begin().await?, &query).await?)
}

#[server(prefix = "/api/v1/store/core", endpoint = "list_audit")]
pub async fn store_audit(query: IndexQuery) -> Result<Paged<AuditRow>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::AUDIT).await?;
    Ok(crate::server::list_audit(&mut ctx.begin().await?, &query).await?)
}
