//! What roles can be allowed.

use orion_kernel::{Permission, PermissionDefinition};

use crate::i18n::{of, td_string};

/// See who works in a store.
pub const TEAM_VIEW: Permission = Permission("team.view");
/// Change who works in a store.
pub const TEAM_MANAGE: Permission = Permission("team.manage");
/// See how a store is set up; for operators, all merchants, stores and modules.
pub const STORES_VIEW: Permission = Permission("stores.view");
/// Change how a store is set up; for operators, open and close stores and switch modules.
pub const STORES_MANAGE: Permission = Permission("stores.manage");

pub(crate) fn all() -> Vec<PermissionDefinition> {
    vec![
        PermissionDefinition { id: TEAM_VIEW, label: |l| td_string!(of(l), permissions.team_view), category: "team" },
        PermissionDefinition {
            id: TEAM_MANAGE,
            label: |l| td_string!(of(l), permissions.team_manage),
            category: "team",
        },
        PermissionDefinition {
            id: STORES_VIEW,
            label: |l| td_string!(of(l), permissions.stores_view),
            category: "stores",
        },
        PermissionDefinition {
            id: STORES_MANAGE,
            label: |l| td_string!(of(l), permissions.stores_manage),
            category: "stores",
        },
    ]
}
