//! The error codes this module adds, in words.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// The sentence for one of this module's codes.
#[must_use]
pub fn text(locale: Locale, code: &str, params: &[(String, String)]) -> Option<String> {
    let l = of(locale);
    let param =
        |name: &str| params.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default();
    Some(match code {
        "below_zero" => td_string!(l, errors.below_zero, on_hand = param("on_hand")),
        "changes_nothing" => td_string!(l, errors.changes_nothing).to_owned(),
        "invalid_quantity" => td_string!(l, errors.invalid_quantity).to_owned(),
        "not_counted" => td_string!(l, errors.not_counted).to_owned(),
        "out_of_stock" => td_string!(l, errors.out_of_stock).to_owned(),
        _ => return None,
    })
}
