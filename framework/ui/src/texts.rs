//! The sentences for errors: standard codes in four languages, anything else by its kind.

use orion_kernel::{AppError, ErrorKind, Locale};

use crate::{
    i18n::{of, td_string},
    page,
};

/// A module's own error codes as sentences: language, code, parameters. `None` for a code it does not know.
pub type ErrorText = fn(Locale, &str, &[(String, String)]) -> Option<String>;

/// For forms whose errors all have standard codes.
pub(crate) fn no_text(_: Locale, _: &str, _: &[(String, String)]) -> Option<String> {
    None
}

/// The sentence for a standard code.
pub(crate) fn standard(locale: Locale, code: &str, params: &[(String, String)]) -> Option<String> {
    let l = of(locale);
    let param =
        |name: &str| params.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default();
    let text = match code {
        "required" => td_string!(l, errors.required).to_string(),
        "too_long" => td_string!(l, errors.too_long, max = param("max")).to_string(),
        "too_short" => td_string!(l, errors.too_short, min = param("min")).to_string(),
        "invalid_email" => td_string!(l, errors.invalid_email).to_string(),
        "out_of_range" => td_string!(l, errors.out_of_range, min = param("min"), max = param("max")).to_string(),
        "invalid_choice" => td_string!(l, errors.invalid_choice).to_string(),
        "invalid_characters" => td_string!(l, errors.invalid_characters).to_string(),
        "taken" => td_string!(l, errors.taken).to_string(),
        "invalid_url" => td_string!(l, errors.invalid_url).to_string(),
        "invalid_iban" => td_string!(l, errors.invalid_iban).to_string(),
        "invalid_number" => td_string!(l, errors.invalid_number).to_string(),
        "not_found" => td_string!(l, errors.not_found).to_string(),
        "forbidden" => td_string!(l, errors.forbidden).to_string(),
        "unauthenticated" => td_string!(l, errors.unauthenticated).to_string(),
        "rate_limited" => td_string!(l, errors.rate_limited).to_string(),
        "unavailable" => td_string!(l, errors.unavailable).to_string(),
        "internal" => td_string!(l, errors.internal).to_string(),
        "too_large" => td_string!(l, errors.too_large).to_string(),
        "not_while_impersonating" => td_string!(l, errors.not_while_impersonating).to_string(),
        "second_factor_required" => td_string!(l, errors.second_factor_required).to_string(),
        "store_suspended" => td_string!(l, errors.store_suspended).to_string(),
        "conflict" => td_string!(l, errors.conflict).to_string(),
        "invalid_fields" | "form_has_errors" => td_string!(l, errors.form_has_errors).to_string(),
        _ => return None,
    };
    Some(text)
}

/// The sentence for a code: the module's, else the standard one.
pub(crate) fn sentence(locale: Locale, own: ErrorText, code: &str, params: &[(String, String)]) -> Option<String> {
    own(locale, code, params).or_else(|| standard(locale, code, params))
}

/// The sentence for an error as a whole; a code nobody knows gets the sentence of its kind.
pub(crate) fn describe(locale: Locale, own: ErrorText, error: &AppError) -> String {
    sentence(locale, own, &error.code, &error.params)
        .or_else(|| standard(locale, kind_code(error.kind), &error.params))
        .unwrap_or_else(|| td_string!(of(locale), errors.invalid).to_string())
}

/// The sentence for an error in the page's language, by the standard texts.
#[must_use]
pub fn message(error: &AppError) -> String {
    describe(page::locale(), no_text, error)
}

const fn kind_code(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Invalid => "invalid",
        ErrorKind::Unauthenticated => "unauthenticated",
        ErrorKind::Forbidden => "forbidden",
        ErrorKind::NotFound => "not_found",
        ErrorKind::Conflict => "conflict",
        ErrorKind::RateLimited => "rate_limited",
        ErrorKind::TooLarge => "too_large",
        ErrorKind::Unavailable => "unavailable",
        ErrorKind::Internal => "internal",
    }
}
