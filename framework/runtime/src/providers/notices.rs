//! What a module tells people about.

use orion_kernel::{Frontend, Permission, Text};

/// A sort of notification. Each person chooses for each whether it reaches them, and how.
#[derive(Clone, Copy)]
pub struct NoticeKind {
    /// Names it for good, `<module>.<what happened>`, such as `core.order_placed`.
    pub code: &'static str,
    /// Where the people work whom it is for.
    pub frontend: Frontend,
    /// Needed to be told.
    pub permission: Option<Permission>,
    /// What it is about, for the page of preferences: "New orders".
    pub label: Text,
    /// Whether it comes by mail unless somebody chooses otherwise.
    pub by_mail: bool,
}
