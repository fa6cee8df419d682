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
/// Make and revoke keys for programs.
pub const API_KEYS_MANAGE: Permission = Permission("api_keys.manage");
/// See who works on the platform.
pub const USERS_VIEW: Permission = Permission("users.view");
/// Lock users, sign them out, reset their second factor.
pub const USERS_MANAGE: Permission = Permission("users.manage");
/// Act as a merchant's user or a customer.
pub const IMPERSONATE: Permission = Permission("users.impersonate");
/// See who runs the platform, and with which roles.
pub const OPERATORS_VIEW: Permission = Permission("operators.view");
/// Change who runs the platform, and their roles.
pub const OPERATORS_MANAGE: Permission = Permission("operators.manage");
/// Create and change platforms, their modules and menus.
pub const PLATFORMS_MANAGE: Permission = Permission("platforms.manage");

/// For operators.
pub(crate) fn for_operators() -> Vec<PermissionDefinition> {
    let permission = |id, label, category| PermissionDefinition { id, label, category };
    vec![
        permission(STORES_VIEW, |l| td_string!(of(l), permissions.merchants_view), "stores"),
        permission(STORES_MANAGE, |l| td_string!(of(l), permissions.merchants_manage), "stores"),
        permission(PLATFORMS_MANAGE, |l| td_string!(of(l), permissions.platforms_manage), "stores"),
        permission(USERS_VIEW, |l| td_string!(of(l), permissions.users_view), "users"),
        permission(USERS_MANAGE, |l| td_string!(of(l), permissions.users_manage), "users"),
        permission(IMPERSONATE, |l| td_string!(of(l), permissions.impersonate), "users"),
        permission(OPERATORS_VIEW, |l| td_string!(of(l), permissions.operators_view), "users"),
        permission(OPERATORS_MANAGE, |l| td_string!(of(l), permissions.operators_manage), "users"),
    ]
}

/// For merchants' teams.
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
        PermissionDefinition {
            id: API_KEYS_MANAGE,
            label: |l| td_string!(of(l), permissions.api_keys_manage),
            category: "stores",
        },
    ]
}
