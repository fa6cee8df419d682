//! The error codes this module adds, as sentences.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// The sentence for a code.
#[must_use]
pub fn text(locale: Locale, code: &str, params: &[(String, String)]) -> Option<String> {
    let l = of(locale);
    let param =
        |name: &str| params.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default();
    let text = match code {
        "cart_empty" => td_string!(l, errors.cart_empty).to_owned(),
        "total_changed" => td_string!(l, errors.total_changed, total = param("total")),
        "out_of_stock" => td_string!(l, errors.out_of_stock, titles = param("titles")),
        "line_unavailable" => td_string!(l, errors.line_unavailable, titles = param("titles")),
        "invalid_postcode" => td_string!(l, errors.invalid_postcode, example = param("example")),
        "choose_country" => td_string!(l, errors.choose_country).to_owned(),
        "terms_required" => td_string!(l, errors.terms_required).to_owned(),
        "payment_failed" => td_string!(l, errors.payment_failed).to_owned(),
        "sold_out_while_paying" => td_string!(l, errors.sold_out_while_paying).to_owned(),
        "payment_under_way" => td_string!(l, errors.payment_under_way).to_owned(),
        "method_not_offered" => td_string!(l, errors.method_not_offered).to_owned(),
        _ => return None,
    };
    Some(text)
}
