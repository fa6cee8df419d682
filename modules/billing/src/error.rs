//! The error codes this module adds, in words.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// The sentence for one of this module's codes.
#[must_use]
pub fn text(locale: Locale, code: &str, _: &[(String, String)]) -> Option<String> {
    let l = of(locale);
    let text = match code {
        "invalid_code" => td_string!(l, errors.invalid_code),
        "tier_exists" => td_string!(l, errors.tier_exists),
        "invalid_date" => td_string!(l, errors.invalid_date),
        "trial_in_the_past" => td_string!(l, errors.trial_in_the_past),
        _ => return None,
    };
    Some(text.to_owned())
}
