//! What the preset roles allow.

use crate::views::{OperatorRole, Role};

/// What the people in a shop work with every day.
const DAILY: [&str; 4] = ["orders", "products", "stock", "customers"];
/// What they see around it.
const AROUND: [&str; 3] = ["dashboard.view", "pages.view", "stores.view"];
/// What owners keep for themselves unless they make a role for it.
const OF_OWNERS: [&str; 4] = ["team", "stores", "api_keys", "billing"];
/// What helping merchants takes beyond seeing.
const OF_SUPPORT: [&str; 2] = ["users.manage", "users.impersonate"];

impl Role {
    /// The preset with this code.
    #[must_use]
    pub fn preset(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| *role != Self::Own && role.code() == code)
    }

    /// Whether the preset allows it.
    #[must_use]
    pub fn allows(self, permission: &str) -> bool {
        let (noun, verb) = parts(permission);
        match self {
            Self::Owner => true,
            Self::Manager => is_view(verb) || !OF_OWNERS.contains(&noun),
            Self::Staff => AROUND.contains(&permission) || (DAILY.contains(&noun) && ["view", "edit"].contains(&verb)),
            Self::Viewer => verb == "view",
            Self::Own => false,
        }
    }
}

impl OperatorRole {
    /// The preset with this code.
    #[must_use]
    pub fn preset(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| *role != Self::Own && role.code() == code)
    }

    /// Whether the preset allows it.
    #[must_use]
    pub fn allows(self, permission: &str) -> bool {
        let (_, verb) = parts(permission);
        match self {
            Self::Administrator => true,
            Self::Support => is_view(verb) || OF_SUPPORT.contains(&permission),
            Self::Viewer => is_view(verb),
            Self::Own => false,
        }
    }
}

fn parts(permission: &str) -> (&str, &str) {
    permission.split_once('.').unwrap_or((permission, ""))
}

fn is_view(verb: &str) -> bool {
    verb == "view" || verb.starts_with("view_")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(role: Role) -> Vec<&'static str> {
        let all = [
            "dashboard.view",
            "orders.view",
            "orders.edit",
            "orders.refund",
            "team.view",
            "team.manage",
            "stores.manage",
            "billing.view_invoices",
            "billing.manage",
        ];
        all.into_iter().filter(|permission| role.allows(permission)).collect()
    }

    #[test]
    fn presets_allow_what_their_names_say() {
        assert_eq!(allowed(Role::Owner).len(), 9);
        assert_eq!(
            allowed(Role::Manager),
            ["dashboard.view", "orders.view", "orders.edit", "orders.refund", "team.view", "billing.view_invoices"]
        );
        assert_eq!(allowed(Role::Staff), ["dashboard.view", "orders.view", "orders.edit"]);
        assert_eq!(allowed(Role::Viewer), ["dashboard.view", "orders.view", "team.view"]);
        assert!(allowed(Role::Own).is_empty());
        assert!(OperatorRole::Support.allows("users.impersonate") && !OperatorRole::Viewer.allows("users.impersonate"));
        assert!(
            !OperatorRole::Support.allows("operators.manage") && OperatorRole::Support.allows("billing.view_tiers")
        );
    }
}
