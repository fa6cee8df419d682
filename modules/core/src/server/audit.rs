//! Reads the audit log: a stretch of it, one entry, all of it as a file.

mod changes;
mod details;
mod export;
mod list_audit;
mod names;
mod words;

pub use details::audit_details;
pub use export::routes;
pub use list_audit::{audit_choices, list_audit};
