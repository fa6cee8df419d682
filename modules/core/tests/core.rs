//! The dashboards, the search, notifications and the audit log, through the back offices.

#[path = "core/audit_log.rs"]
mod audit_log;
#[path = "core/dashboard.rs"]
mod dashboard;
#[path = "core/notifications.rs"]
mod notifications;
#[path = "core/search.rs"]
mod search;
