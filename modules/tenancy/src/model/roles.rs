//! What the preset roles allow, and who may grant what.

use orion_kernel::AppError;

use crate::views::{OperatorRole, Role, RoleId};

/// What owners and administrators hold: everything.
pub const EVERYTHING: &str = "*";

/// What the people in a shop work with every day.
const DAILY: [&str; 4] = ["orders", "products", "stock", "customers"];
/// What they see around it.
const AROUND: [&str; 3] = ["dashboard.view", "pages.view", "stores.view"];
/// What owners keep for themselves unless they make a role for it.
const OF_OWNERS: [&str; 4] = ["team", "stores", "api_keys", "billing"];
/// What helping merchants takes beyond seeing.
const OF_SUPPORT: [&str; 2] = ["users.manage", "users.impersonate"];

/// A role as forms send it: a preset's code, or the id of one of their own making.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleKey<R> {
    /// One that is always there.
    Preset(R),
    /// One of their own.
    Own(RoleId),
}

impl<R> RoleKey<R> {
    /// Reads what a form sent, for the field `role`.
    ///
    /// # Errors
    ///
    /// `invalid_choice` for what is neither a preset nor an id.
    pub fn parse(text: &str, preset: impl Fn(&str) -> Option<R>) -> Result<Self, AppError> {
        match (preset(text), text.parse()) {
            (Some(preset), _) => Ok(Self::Preset(preset)),
            (None, Ok(id)) => Ok(Self::Own(id)),
            (None, Err(_)) => Err(AppError::field("role", "invalid_choice")),
        }
    }

    /// The id of an own role.
    #[must_use]
    pub fn own(self) -> Option<RoleId> {
        match self {
            Self::Preset(_) => None,
            Self::Own(id) => Some(id),
        }
    }
}

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

/// Whether somebody who holds `held` holds the permission.
#[must_use]
pub fn holds(held: &[String], permission: &str) -> bool {
    held.iter().any(|own| own == permission || own == EVERYTHING)
}

/// Nobody grants, takes away or changes what they do not hold.
///
/// # Errors
///
/// `beyond_your_role`.
pub fn may_grant<'a>(held: &[String], wanted: impl IntoIterator<Item = &'a str>) -> Result<(), AppError> {
    if wanted.into_iter().all(|permission| holds(held, permission)) {
        Ok(())
    } else {
        Err(AppError::new(orion_kernel::ErrorKind::Forbidden, "beyond_your_role"))
    }
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

    #[test]
    fn nobody_grants_what_they_do_not_hold() {
        let held = ["team.manage".to_owned(), "orders.view".to_owned()];
        assert_eq!(may_grant(&held, ["orders.view"]), Ok(()));
        assert!(may_grant(&held, ["orders.view", "orders.edit"]).is_err());
        assert!(may_grant(&held, ["*"]).is_err());
        assert_eq!(may_grant(&["*".to_owned()], ["orders.edit", "*"]), Ok(()));
    }

    #[test]
    fn a_role_is_a_preset_or_an_id() {
        assert_eq!(RoleKey::parse("manager", Role::preset), Ok(RoleKey::Preset(Role::Manager)));
        let id = "01890a5d-ac96-774b-bcce-b302099a8057";
        assert_eq!(RoleKey::parse(id, Role::preset), Ok(RoleKey::Own(id.parse().expect("an id"))));
        assert!(RoleKey::parse("own", Role::preset).is_err() && RoleKey::parse("", Role::preset).is_err());
    }
}
