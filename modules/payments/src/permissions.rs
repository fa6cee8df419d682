//! What roles can be allowed.

use orion_kernel::{Permission, PermissionDefinition};

use crate::i18n::{of, td_string};

/// See payments.
pub const VIEW: Permission = Permission("payments.view");
/// Send money back.
pub const REFUND: Permission = Permission("payments.refund");
/// Choose how the store is paid.
pub const CONFIGURE: Permission = Permission("payments.configure");
/// See orders; a permission of the module that owns them.
pub const VIEW_ORDERS: Permission = Permission("orders.view");

pub(crate) fn all() -> Vec<PermissionDefinition> {
    vec![
        PermissionDefinition { id: VIEW, label: |l| td_string!(of(l), permissions.view), category: "payments" },
        PermissionDefinition { id: REFUND, label: |l| td_string!(of(l), permissions.refund), category: "payments" },
        PermissionDefinition {
            id: CONFIGURE,
            label: |l| td_string!(of(l), permissions.configure),
            category: "payments",
        },
    ]
}
