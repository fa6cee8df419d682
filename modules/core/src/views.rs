//! What pages show.

use orion_kernel::{checklist::ChecklistItem, metric::Metric, widget::Widget};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use uuid::Uuid;

/// A dashboard.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DashboardView {
    pub metrics: Vec<Metric>,
    pub widgets: Vec<Widget>,
    /// Empty when all is done, nothing is to do, or it was put away.
    pub checklist: Vec<ChecklistItem>,
    /// Whoever looks has put the checklist away, and not all of it is done.
    pub is_checklist_hidden: bool,
    pub announcements: Vec<AnnouncementView>,
    #[serde(with = "time::serde::rfc3339")]
    pub from: OffsetDateTime,
    /// The last day of the period.
    #[serde(with = "time::serde::rfc3339")]
    pub to: OffsetDateTime,
}

/// What operators announce, as a team reads it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AnnouncementView {
    pub id: Uuid,
    pub title: String,
    pub body: String,
    pub is_warning: bool,
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    pub is_read: bool,
}

/// An announcement in the operators' list.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AnnouncementRow {
    pub id: Uuid,
    pub title: String,
    #[serde(with = "time::serde::rfc3339")]
    pub starts_at: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339::option")]
    pub ends_at: Option<OffsetDateTime>,
    pub created_by: String,
    pub state: AnnouncementState,
}

/// Whether an announcement is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnnouncementState {
    Ahead,
    Shown,
    Ended,
}

/// Something somebody was told.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NotificationRow {
    pub id: Uuid,
    pub title: String,
    pub body: String,
    pub path: String,
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    pub is_read: bool,
}

/// The page of notifications.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Notifications {
    pub announcements: Vec<AnnouncementView>,
    pub items: Vec<NotificationRow>,
    /// Where older ones begin.
    pub next: Option<String>,
}

/// What somebody wants to be told of one kind.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PreferenceRow {
    pub kind: String,
    pub label: String,
    pub in_app: bool,
    pub by_mail: bool,
}

/// An entry of the audit log.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AuditRow {
    pub id: Uuid,
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    pub actor: String,
    /// The action's code.
    pub action: String,
    /// What was done, in words.
    pub words: String,
    pub subject: String,
    pub ip: String,
}

/// An entry of the audit log in full.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AuditDetails {
    pub row: AuditRow,
    /// The sort of actor, in words.
    pub actor_kind: String,
    pub request_id: String,
    /// What mattered, field by field.
    pub changes: Vec<AuditChange>,
}

/// A field of what mattered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditChange {
    /// Such as `address.city`.
    pub field: String,
    /// Absent where there was nothing, or nobody noted it.
    pub before: Option<String>,
    /// Absent where there is nothing any more.
    pub after: Option<String>,
}

/// What the log can be narrowed by.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AuditActions {
    /// Codes of actions, and what they are in words.
    pub actions: Vec<(String, String)>,
}
