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
        "payment_not_received" => td_string!(l, errors.payment_not_received).to_owned(),
        "all_sent_back" => td_string!(l, errors.all_sent_back).to_owned(),
        "refund_out_of_range" => td_string!(l, errors.refund_out_of_range, max = param("max")),
        "refund_not_manual" => td_string!(l, errors.refund_not_manual).to_owned(),
        "provider_unreachable" => td_string!(l, errors.provider_unreachable).to_owned(),
        "provider_refused" => td_string!(l, errors.provider_refused).to_owned(),
        "payment_under_way" => td_string!(l, errors.payment_under_way).to_owned(),
        "method_not_offered" => td_string!(l, errors.method_not_offered).to_owned(),
        _ => return None,
    };
    Some(text)
}
