//! The addresses of the module's pages.

use uuid::Uuid;

/// The first page.
pub const DASHBOARD: &str = "/";
/// The audit log.
pub const AUDIT: &str = "/audit";
/// The search.
pub const SEARCH: &str = "/search";
/// What one was told.
pub const NOTIFICATIONS: &str = "/notifications";
/// What one wants to be told.
pub const PREFERENCES: &str = "/profile/notifications";
/// The profile, which belongs to the module of users.
pub const PROFILE: &str = "/profile";
/// The keys that do something.
pub const KEYS: &str = "/help/keys";
/// What operators announce.
pub const ANNOUNCEMENTS: &str = "/announcements";
/// A new announcement.
pub const NEW_ANNOUNCEMENT: &str = "/announcements/new";

/// An entry of the log.
pub fn audit_entry(id: Uuid) -> String {
    format!("{AUDIT}/{id}")
}

/// An announcement.
pub fn announcement(id: Uuid) -> String {
    format!("{ANNOUNCEMENTS}/{id}")
}
