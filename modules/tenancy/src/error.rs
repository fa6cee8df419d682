//! The error codes this module adds, in words.

mod access;
mod security;
mod store;
mod tenants;

use orion_kernel::Locale;
pub use security::sentence;

use crate::i18n::{of, td_string};

/// The sentence for one of this module's codes.
#[must_use]
pub fn text(locale: Locale, code: &str, params: &[(String, String)]) -> Option<String> {
    let l = of(locale);
    let param =
        |name: &str| params.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default();
    let text = match code {
        "wrong_credentials" => td_string!(l, errors.wrong_credentials).to_owned(),
        "wrong_password" => td_string!(l, errors.wrong_password).to_owned(),
        "wrong_store_password" => td_string!(l, errors.wrong_store_password).to_owned(),
        "password_common" => td_string!(l, errors.password_common).to_owned(),
        "password_contains_personal" => td_string!(l, errors.password_contains_personal).to_owned(),
        "module_is_core" => td_string!(l, errors.module_is_core).to_owned(),
        "module_is_automatic" => td_string!(l, errors.module_is_automatic).to_owned(),
        "invalid_percent" => td_string!(l, errors.invalid_percent).to_owned(),
        "price_out_of_range" => td_string!(l, errors.price_out_of_range).to_owned(),
        "too_many_rates" => td_string!(l, errors.too_many_rates, max = param("max")).to_string(),
        other => {
            return tenants::text(locale, other, param)
                .or_else(|| access::text(l, other, param))
                .or_else(|| store::text(l, other, param))
                .or_else(|| security::text(l, other, param));
        }
    };
    Some(text)
}
