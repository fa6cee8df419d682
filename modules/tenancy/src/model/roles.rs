//! How roles are named, and who may grant what.

use orion_kernel::AppError;

use crate::views::RoleId;

/// What owners and administrators hold: everything.
pub const EVERYTHING: &str = "*";

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
        let preset = |code: &str| (code == "manager").then_some("manager");
        assert_eq!(RoleKey::parse("manager", preset), Ok(RoleKey::Preset("manager")));
        let id = "01890a5d-ac96-774b-bcce-b302099a8057";
        assert_eq!(RoleKey::parse(id, preset), Ok(RoleKey::Own(id.parse().expect("an id"))));
        assert!(RoleKey::parse("own", preset).is_err() && RoleKey::parse("", preset).is_err());
    }
}
