//! The error codes this module adds, in words.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// The sentence for one of this module's codes.
#[must_use]
pub fn text(locale: Locale, code: &str, _: &[(String, String)]) -> Option<String> {
    let l = of(locale);
    let text = match code {
        "wrong_credentials" => td_string!(l, errors.wrong_credentials),
        "wrong_password" => td_string!(l, errors.wrong_password),
        "taken" => td_string!(l, errors.taken),
        "password_common" => td_string!(l, errors.password_common),
        "password_contains_personal" => td_string!(l, errors.password_contains_personal),
        "account_locked" => td_string!(l, errors.account_locked),
        "link_used" => td_string!(l, errors.link_used),
        "link_expired" => td_string!(l, errors.link_expired),
        "choose_country" => td_string!(l, errors.choose_country),
        "too_many_addresses" => td_string!(l, errors.too_many_addresses),
        _ => return None,
    };
    Some(text.to_owned())
}
