//! What roles can be allowed.

use orion_kernel::{Permission, PermissionDefinition};

use crate::i18n::{of, td_string};

/// See what was sent.
pub const VIEW: Permission = Permission("messages.view");
/// Send again.
pub const SEND: Permission = Permission("messages.send");
/// See templates.
pub const TEMPLATES: Permission = Permission("messages.templates");

/// For operators.
pub(crate) fn for_operators() -> Vec<PermissionDefinition> {
    all().into_iter().filter(|permission| permission.id == VIEW).collect()
}

/// For merchants' teams.
pub(crate) fn all() -> Vec<PermissionDefinition> {
    vec![
        PermissionDefinition { id: VIEW, label: |l| td_string!(of(l), permissions.view), category: "messages" },
        PermissionDefinition { id: SEND, label: |l| td_string!(of(l), permissions.send), category: "messages" },
        PermissionDefinition {
            id: TEMPLATES,
            label: |l| td_string!(of(l), permissions.templates),
            category: "messages",
        },
    ]
}
