//! What roles can be allowed.

use orion_kernel::{Permission, PermissionDefinition};

use crate::i18n::{of, td_string};

/// See products.
pub const VIEW: Permission = Permission("products.view");
/// Add products.
pub const CREATE: Permission = Permission("products.create");
/// Change products, their pictures and categories.
pub const EDIT: Permission = Permission("products.edit");
/// Remove products.
pub const DELETE: Permission = Permission("products.delete");
/// Read products from a file.
pub const IMPORT: Permission = Permission("products.import");
/// Write products to a file.
pub const EXPORT: Permission = Permission("products.export");

pub(crate) fn all() -> Vec<PermissionDefinition> {
    vec![
        PermissionDefinition { id: VIEW, label: |l| td_string!(of(l), permissions.view), category: "products" },
        PermissionDefinition { id: CREATE, label: |l| td_string!(of(l), permissions.create), category: "products" },
        PermissionDefinition { id: EDIT, label: |l| td_string!(of(l), permissions.edit), category: "products" },
        PermissionDefinition { id: DELETE, label: |l| td_string!(of(l), permissions.delete), category: "products" },
        PermissionDefinition { id: IMPORT, label: |l| td_string!(of(l), permissions.import), category: "products" },
        PermissionDefinition { id: EXPORT, label: |l| td_string!(of(l), permissions.export), category: "products" },
    ]
}
