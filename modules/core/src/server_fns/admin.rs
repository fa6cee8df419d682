//! What the admin asks and does.

use std::collections::BTreeMap;

use leptos::prelude::*;
use orion_kernel::{AppError, Paged, PeriodQuery, Stretch, search::SearchHit};
use orion_ui::IndexQuery;

use crate::{
    forms::AnnouncementForm,
    views::{AnnouncementRow, AuditActions, AuditDetails, AuditRow, DashboardView, Notifications, PreferenceRow},
};

/// The first page.
#[server(prefix = "/api/v1/admin/core", endpoint = "dashboard")]
pub async fn dashboard(#[server(default)] query: PeriodQuery) -> Result<DashboardView, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::DASHBOARD).await?;
    Ok(crate::server::dashboard(&ctx, &query).await?)
}

/// Puts the checklist away.
#[server(prefix = "/api/v1/admin/core", endpoint = "hide_checklist")]
pub async fn hide_checklist() -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::DASHBOARD).await?;
    Ok(crate::server::hide_checklist(&ctx).await?)
}

/// Takes the checklist out again.
#[server(prefix = "/api/v1/admin/core", endpoint = "show_checklist")]
pub async fn show_checklist() -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::DASHBOARD).await?;
    Ok(crate::server::show_checklist(&ctx).await?)
}

/// What words find; without words, pages and what one can do.
#[server(prefix = "/api/v1/admin/core", endpoint = "search")]
pub async fn search(words: String) -> Result<Vec<SearchHit>, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::search(&ctx, &words).await?)
}

/// What one was told.
#[server(prefix = "/api/v1/admin/core", endpoint = "list_notifications")]
pub async fn list_notifications(after: String, only_unread: bool) -> Result<Notifications, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::notifications_page(&ctx, &after, only_unread).await?)
}

/// Marks one of one's own as read.
#[server(prefix = "/api/v1/admin/core", endpoint = "mark_read")]
pub async fn mark_read(id: String) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::mark_read(&ctx, crate::server::id(&id)?).await?)
}

/// Marks all of one's own as read.
#[server(prefix = "/api/v1/admin/core", endpoint = "mark_all_read")]
pub async fn mark_all_read() -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::mark_all_read(&ctx).await?)
}

/// What one wants to be told.
#[server(prefix = "/api/v1/admin/core", endpoint = "preferences")]
pub async fn preferences() -> Result<Vec<PreferenceRow>, AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::preferences(&ctx).await?)
}

/// Saves what one wants to be told.
#[server(prefix = "/api/v1/admin/core", endpoint = "save_preferences")]
pub async fn save_preferences(
    #[server(default)] in_app: Vec<String>,
    #[server(default)] by_mail: Vec<String>,
) -> Result<(), AppError> {
    let ctx = orion_runtime::server_fns::signed_in()?;
    Ok(crate::server::save_preferences(&ctx, &in_app, &by_mail).await?)
}

/// A stretch of the log.
#[server(prefix = "/api/v1/admin/core", endpoint = "list_audit")]
pub async fn list_audit(query: IndexQuery) -> Result<Stretch<AuditRow>, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::AUDIT).await?;
    Ok(crate::server::list_audit(&mut ctx.begin().await?, &query).await?)
}

/// What the log can be narrowed by.
#[server(prefix = "/api/v1/admin/core", endpoint = "audit_choices")]
pub async fn audit_choices() -> Result<AuditActions, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::AUDIT).await?;
    Ok(crate::server::audit_choices(&ctx))
}

/// An entry of the log.
#[server(prefix = "/api/v1/admin/core", endpoint = "audit_entry")]
pub async fn audit_entry(id: String) -> Result<AuditDetails, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::AUDIT).await?;
    Ok(crate::server::audit_details(&mut ctx.begin().await?, crate::server::id(&id)?).await?)
}

/// The announcements.
#[server(prefix = "/api/v1/admin/core", endpoint = "list_announcements")]
pub async fn list_announcements(query: IndexQuery) -> Result<Paged<AnnouncementRow>, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::ANNOUNCE).await?;
    Ok(crate::server::list_announcements(&ctx, &query).await?)
}

/// An announcement as its form shows it.
#[server(prefix = "/api/v1/admin/core", endpoint = "edit_announcement")]
pub async fn edit_announcement(id: String) -> Result<AnnouncementForm, AppError> {
    let ctx = orion_runtime::operator(crate::permissions::ANNOUNCE).await?;
    Ok(crate::server::find_announcement(&ctx, crate::server::id(&id)?).await?)
}

/// Announces something, or changes what was announced.
#[server(prefix = "/api/v1/admin/core", endpoint = "save_announcement")]
pub async fn save_announcement(
    #[server(default)] id: String,
    #[server(default)] title: BTreeMap<String, String>,
    #[server(default)] body: BTreeMap<String, String>,
    tone: String,
    #[server(default)] starts_at: String,
    #[server(default)] ends_at: String,
) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::ANNOUNCE).await?;
    let form = AnnouncementForm { title, body, tone, starts_at, ends_at };
    let id = if id.is_empty() { None } else { Some(crate::server::id(&id)?) };
    crate::server::save_announcement(&ctx, id, &form).await?;
    orion_runtime::redirect(crate::paths::ANNOUNCEMENTS);
    Ok(())
}

/// Takes an announcement back.
#[server(prefix = "/api/v1/admin/core", endpoint = "end_announcement")]
pub async fn end_announcement(id: String) -> Result<(), AppError> {
    let ctx = orion_runtime::operator(crate::permissions::ANNOUNCE).await?;
    Ok(crate::server::end_announcement(&ctx, crate::server::id(&id)?).await?)
}
