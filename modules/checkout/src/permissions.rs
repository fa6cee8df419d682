//! What roles can be allowed.

use orion_kernel::{Permission, PermissionDefinition};

use crate::i18n::{of, td_string};

/// See how the checkout is set up.
pub const VIEW_SETTINGS: Permission = Permission("checkout.view_settings");
/// Change it.
pub const EDIT_SETTINGS: Permission = Permission("checkout.edit_settings");

pub(crate) fn all() -> Vec<PermissionDefinition> {
    vec![
        PermissionDefinition {
            id: VIEW_SETTINGS,
            label: |l| td_string!(of(l), permissions.view_settings),
            category: "checkout",
        },
        PermissionDefinition {
            id: EDIT_SETTINGS,
            label: |l| td_string!(of(l), permissions.edit_settings),
            category: "checkout",
        },
    ]
}
