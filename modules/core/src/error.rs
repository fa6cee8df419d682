//! The error codes this module adds, in words.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// The sentence for one of this module's codes.
#[must_use]
pub fn text(locale: Locale, code: &str, _: &[(String, String)]) -> Option<String> {
    let l = of(locale);
    let text = match code {
        "ends_before_it_starts" => td_string!(l, errors.ends_before_it_starts),
        "invalid_date" => td_string!(l, errors.invalid_date),
        _ => return None,
    };
    Some(text.to_owned())
}
