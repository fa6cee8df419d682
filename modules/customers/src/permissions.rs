//! What roles can be allowed.

use orion_kernel::{Permission, PermissionDefinition};

use crate::i18n::{of, td_string};

/// See customers.
pub const VIEW: Permission = Permission("customers.view");
/// Write notes on customers.
pub const EDIT: Permission = Permission("customers.edit");
/// Lock and unlock accounts, send links to a new password, end sessions.
pub const MANAGE: Permission = Permission("customers.manage");
/// Take customers out as a file.
pub const EXPORT: Permission = Permission("customers.export");
/// Delete customers.
pub const DELETE: Permission = Permission("customers.delete");

pub(crate) fn all() -> Vec<PermissionDefinition> {
    let category = "customers";
    vec![
        PermissionDefinition { id: VIEW, label: |l| td_string!(of(l), permissions.view), category },
        PermissionDefinition { id: EDIT, label: |l| td_string!(of(l), permissions.edit), category },
        PermissionDefinition { id: MANAGE, label: |l| td_string!(of(l), permissions.manage), category },
        PermissionDefinition { id: EXPORT, label: |l| td_string!(of(l), permissions.export), category },
        PermissionDefinition { id: DELETE, label: |l| td_string!(of(l), permissions.delete), category },
    ]
}
