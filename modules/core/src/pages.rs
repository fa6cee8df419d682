//! The module's pages.

mod announcement_index;
mod audit;
mod audit_entry;
mod dashboard;
mod edit_announcement;
mod keys;
mod notifications;
mod preferences;
mod search;

pub use announcement_index::AnnouncementIndex;
pub use audit::{AdminAudit, StoreAudit};
pub use audit_entry::{AdminAuditEntry, StoreAuditEntry};
pub use dashboard::{AdminDashboard, StoreDashboard};
pub use edit_announcement::{EditAnnouncement, NewAnnouncement};
pub use keys::Keys;
pub use notifications::{AdminNotifications, StoreNotifications};
pub use preferences::{AdminPreferences, StorePreferences};
pub use search::{AdminSearch, StoreSearch};
