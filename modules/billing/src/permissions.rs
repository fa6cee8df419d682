//! What roles can be allowed.

use orion_kernel::{Permission, PermissionDefinition};

use crate::i18n::{of, td_string};

/// See the tiers.
pub const VIEW_TIERS: Permission = Permission("billing.view_tiers");
/// Change tiers and their prices.
pub const MANAGE_TIERS: Permission = Permission("billing.manage_tiers");
/// See which merchant has which tier.
pub const VIEW_SUBSCRIPTIONS: Permission = Permission("billing.view_subscriptions");
/// Change a merchant's subscription.
pub const MANAGE_SUBSCRIPTIONS: Permission = Permission("billing.manage_subscriptions");
/// See the own plan and what it costs.
pub const VIEW_INVOICES: Permission = Permission("billing.view_invoices");

/// For merchants' teams.
pub(crate) fn all() -> Vec<PermissionDefinition> {
    let category = "billing";
    vec![PermissionDefinition { id: VIEW_INVOICES, label: |l| td_string!(of(l), permissions.view_invoices), category }]
}

/// For operators.
pub(crate) fn for_operators() -> Vec<PermissionDefinition> {
    let category = "billing";
    vec![
        PermissionDefinition { id: VIEW_TIERS, label: |l| td_string!(of(l), permissions.view_tiers), category },
        PermissionDefinition { id: MANAGE_TIERS, label: |l| td_string!(of(l), permissions.manage_tiers), category },
        PermissionDefinition {
            id: VIEW_SUBSCRIPTIONS,
            label: |l| td_string!(of(l), permissions.view_subscriptions),
            category,
        },
        PermissionDefinition {
            id: MANAGE_SUBSCRIPTIONS,
            label: |l| td_string!(of(l), permissions.manage_subscriptions),
            category,
        },
    ]
}
