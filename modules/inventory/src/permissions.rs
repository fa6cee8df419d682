//! What roles can be allowed.

use orion_kernel::{Permission, PermissionDefinition};

use crate::i18n::{of, td_string};

/// See stock and its history.
pub const VIEW: Permission = Permission("stock.view");
/// Receive, count and correct stock.
pub const EDIT: Permission = Permission("stock.edit");
/// Move stock between places.
pub const TRANSFER: Permission = Permission("stock.transfer");

pub(crate) fn all() -> Vec<PermissionDefinition> {
    vec![
        PermissionDefinition { id: VIEW, label: |l| td_string!(of(l), permissions.view), category: "stock" },
        PermissionDefinition { id: EDIT, label: |l| td_string!(of(l), permissions.edit), category: "stock" },
        PermissionDefinition { id: TRANSFER, label: |l| td_string!(of(l), permissions.transfer), category: "stock" },
    ]
}
