//! Why something cannot be done, and what somebody may.

use leptos::prelude::*;
use orion_kernel::{Boot, Permission};
use orion_ui::page::locale;

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
    let may =
        use_context::<Boot>().and_then(|boot| boot.principal).is_some_and(|principal| principal.may(permission.0));
    if may { String::new() } else { td_string!(page(), switch.not_allowed).to_owned() }
}
