//! What roles can be allowed.

use orion_kernel::{Permission, PermissionDefinition};

use crate::i18n::{of, td_string};

/// See content pages in the back offices.
pub const VIEW: Permission = Permission("pages.view");
/// Write content pages.
pub const MANAGE: Permission = Permission("pages.manage");
/// Change pictures.
pub const MEDIA: Permission = Permission("media.manage");
/// Change what the storefront says around its goods.
pub const THEMES: Permission = Permission("themes.manage");
/// Decide where pages are linked.
pub const MENUS: Permission = Permission("menus.manage");

/// For operators.
pub(crate) fn for_operators() -> Vec<PermissionDefinition> {
    let asked_in_admin = |permission: &PermissionDefinition| [VIEW, MANAGE, MENUS].contains(&permission.id);
    all().into_iter().filter(asked_in_admin).collect()
}

/// For merchants' teams.
pub(crate) fn all() -> Vec<PermissionDefinition> {
    vec![
        PermissionDefinition { id: VIEW, label: |l| td_string!(of(l), permissions.view), category: "cms" },
        PermissionDefinition { id: MANAGE, label: |l| td_string!(of(l), permissions.manage), category: "cms" },
        PermissionDefinition { id: MEDIA, label: |l| td_string!(of(l), permissions.media), category: "cms" },
        PermissionDefinition { id: THEMES, label: |l| td_string!(of(l), permissions.themes), category: "cms" },
        PermissionDefinition { id: MENUS, label: |l| td_string!(of(l), permissions.menus), category: "cms" },
    ]
}
