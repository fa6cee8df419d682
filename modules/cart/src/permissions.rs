//! What roles can be allowed.

use orion_kernel::{Permission, PermissionDefinition};

use crate::i18n::{of, td_string};

/// See carts.
pub const VIEW: Permission = Permission("cart.view");
/// Win back abandoned carts.
pub const RECOVER: Permission = Permission("cart.recover");

pub(crate) fn all() -> Vec<PermissionDefinition> {
    vec![
        PermissionDefinition { id: VIEW, label: |l| td_string!(of(l), permissions.view), category: "cart" },
        PermissionDefinition { id: RECOVER, label: |l| td_string!(of(l), permissions.recover), category: "cart" },
    ]
}
