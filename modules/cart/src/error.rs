//! The error codes this module adds, in words.

use orion_kernel::{AppError, Locale};

use crate::i18n::{of, td_string};

/// The sentence for one of this module's codes.
#[must_use]
pub fn text(locale: Locale, code: &str, params: &[(String, String)]) -> Option<String> {
    let l = of(locale);
    let param =
        |name: &str| params.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default();
    Some(match code {
        "product_unavailable" => td_string!(l, errors.product_unavailable).to_owned(),
        "sold_out" => td_string!(l, errors.sold_out).to_owned(),
        "cart_full" => td_string!(l, errors.cart_full, max = param("max")),
        "line_gone" => td_string!(l, errors.line_gone).to_owned(),
        _ => return None,
    })
}

/// Something in the field that is no whole number never reaches the server: it is said of the quantity, the only field there is.
#[must_use]
pub fn unread_quantity(error: &AppError) -> Option<AppError> {
    let is_unread = error.code == "invalid_fields" && error.fields.is_empty();
    is_unread.then(|| AppError::field("quantity", "invalid_number"))
}

/// An error in one sentence, for a message that passes.
#[must_use]
pub fn sentence(locale: Locale, error: &AppError) -> String {
    let (code, params) =
        error.fields.first().map_or((&error.code, &error.params), |field| (&field.code, &field.params));
    text(locale, code, params).unwrap_or_else(|| {
        let first = AppError { params: params.clone(), ..AppError::new(error.kind, code.clone()) };
        orion_ui::message(&first)
    })
}
