//! Why something cannot be done, and what somebody may.

use orion_kernel::Permission;
use orion_ui::{may, page::locale};

use crate::{
    error,
    i18n::{page, td_string},
};

/// The sentence for the code of a refusal; empty without one.
#[must_use]
pub fn reason_of(code: Option<&str>) -> String {
    let Some(code) = code else { return String::new() };
    error::text(locale(), code, &[]).unwrap_or_else(|| td_string!(page(), switch.not_allowed).to_owned())
}

/// Why whoever is signed in may not do what takes this permission; empty when they may.
#[must_use]
pub fn reason_without(permission: Permission) -> String {
    if may(permission) { String::new() } else { td_string!(page(), switch.not_allowed).to_owned() }
}
