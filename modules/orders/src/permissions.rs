//! What roles can be allowed.

use orion_kernel::{Permission, PermissionDefinition};

use crate::i18n::{of, td_string};

/// See orders.
pub const VIEW: Permission = Permission("orders.view");
/// Send goods, note payments, write notes.
pub const EDIT: Permission = Permission("orders.edit");
/// Call orders off.
pub const CANCEL: Permission = Permission("orders.cancel");
/// Send money back.
pub const REFUND: Permission = Permission("orders.refund");
/// See payments; a permission of the module that owns them.
pub const VIEW_PAYMENTS: Permission = Permission("payments.view");

pub(crate) fn all() -> Vec<PermissionDefinition> {
    vec![
        PermissionDefinition { id: VIEW, label: |l| td_string!(of(l), permissions.view), category: "orders" },
        PermissionDefinition { id: EDIT, label: |l| td_string!(of(l), permissions.edit), category: "orders" },
        PermissionDefinition { id: CANCEL, label: |l| td_string!(of(l), permissions.cancel), category: "orders" },
        PermissionDefinition { id: REFUND, label: |l| td_string!(of(l), permissions.refund), category: "orders" },
    ]
}
