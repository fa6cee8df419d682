//! The error codes this module adds, in words.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// The sentence for one of this module's codes.
#[must_use]
pub fn text(locale: Locale, code: &str, _: &[(String, String)]) -> Option<String> {
    let l = of(locale);
    match code {
        "mail_is_queued" => Some(td_string!(l, errors.mail_is_queued).to_owned()),
        "mail_is_forgotten" => Some(td_string!(l, errors.mail_is_forgotten).to_owned()),
        _ => None,
    }
}
