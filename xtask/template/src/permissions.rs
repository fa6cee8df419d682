//! What roles can be allowed.

use orion_kernel::{Permission, PermissionDefinition};

use crate::i18n::{of, td_string};

/// See what is there.
pub const VIEW: Permission = Permission("__code__.view");

pub(crate) fn all() -> Vec<PermissionDefinition> {
    vec![PermissionDefinition { id: VIEW, label: |l| td_string!(of(l), permissions.view), category: "__code__" }]
}
