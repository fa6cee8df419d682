//! The addresses of the module's pages.

/// The audit log.
pub const AUDIT: &str = "/audit";
