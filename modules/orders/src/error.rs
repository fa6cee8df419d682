//! The error codes this module adds, in words.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// The sentence for one of this module's codes.
#[must_use]
pub fn text(locale: Locale, code: &str, params: &[(String, String)]) -> Option<String> {
    let l = of(locale);
    let param =
        |name: &str| params.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default();
    let by = param("by");
    let text = match code {
        "order_cancelled" if by.is_empty() => td_string!(l, errors.order_cancelled).to_owned(),
        "order_cancelled" => td_string!(l, errors.order_cancelled_by, by = by),
        "order_fulfilled" if by.is_empty() => td_string!(l, errors.order_fulfilled).to_owned(),
        "order_fulfilled" => td_string!(l, errors.order_fulfilled_by, by = by),
        "order_partly_sent" => td_string!(l, errors.order_partly_sent).to_owned(),
        "order_paid" if by.is_empty() => td_string!(l, errors.order_paid).to_owned(),
        "order_paid" => td_string!(l, errors.order_paid_by, by = by),
        "nothing_to_refund" => td_string!(l, errors.nothing_to_refund).to_owned(),
        "nothing_to_send" => td_string!(l, errors.nothing_to_send).to_owned(),
        "fewer_left" => td_string!(l, errors.fewer_left, left = param("left")),
        "not_whole" => td_string!(l, errors.not_whole).to_owned(),
        "select_orders" => td_string!(l, errors.select_orders, max = param("max")),
        "orders_not_to_send" => td_string!(l, errors.orders_not_to_send, numbers = param("numbers")),
        "refund_out_of_range" => td_string!(l, errors.refund_out_of_range, max = param("max")),
        _ => return None,
    };
    Some(text)
}
