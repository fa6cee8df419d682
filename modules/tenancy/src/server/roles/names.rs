//! What roles are called, and what they are for.

use orion_kernel::Locale;

use crate::{
    i18n::{of, td_string},
    views::{OperatorRole, Role},
};

/// The name of a team's preset, or an own role's.
pub fn role_name(locale: Locale, role: Role, own: Option<&str>) -> String {
    let l = of(locale);
    match role {
        Role::Owner => td_string!(l, roles.owner).to_owned(),
        Role::Manager => td_string!(l, roles.manager).to_owned(),
        Role::Staff => td_string!(l, roles.staff).to_owned(),
        Role::Viewer => td_string!(l, roles.viewer).to_owned(),
        Role::Own => own.unwrap_or_default().to_owned(),
    }
}

/// The name of a preset for operators, or an own role's.
pub fn operator_role_name(locale: Locale, role: OperatorRole, own: Option<&str>) -> String {
    let l = of(locale);
    match role {
        OperatorRole::Administrator => td_string!(l, roles.administrator).to_owned(),
        OperatorRole::Support => td_string!(l, roles.support).to_owned(),
        OperatorRole::Viewer => td_string!(l, roles.viewer).to_owned(),
        OperatorRole::Own => own.unwrap_or_default().to_owned(),
    }
}

/// Name and purpose of a preset by its code; the codes of the two realms differ, or mean the same.
pub fn preset(locale: Locale, code: &str) -> (String, String) {
    let l = of(locale);
    let (name, about) = match code {
        "owner" => (td_string!(l, roles.owner), td_string!(l, roles.owner_about)),
        "manager" => (td_string!(l, roles.manager), td_string!(l, roles.manager_about)),
        "staff" => (td_string!(l, roles.staff), td_string!(l, roles.staff_about)),
        "administrator" => (td_string!(l, roles.administrator), td_string!(l, roles.administrator_about)),
        "support" => (td_string!(l, roles.support), td_string!(l, roles.support_about)),
        _ => (td_string!(l, roles.viewer), td_string!(l, roles.viewer_about)),
    };
    (name.to_owned(), about.to_owned())
}
