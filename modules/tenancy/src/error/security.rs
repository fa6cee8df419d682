//! The error codes about signing in and one's own account.

use orion_kernel::{AppError, Locale};

use crate::i18n::{Locale as L, td_string};

/// The sentence for one of these codes.
pub(super) fn text(l: L, code: &str, param: impl Fn(&str) -> String) -> Option<String> {
    let text = match code {
        "wrong_code" => td_string!(l, errors.wrong_code).to_owned(),
        "challenge_expired" => td_string!(l, errors.challenge_expired).to_owned(),
        "link_expired" => td_string!(l, errors.link_expired).to_owned(),
        "passkey_refused" => td_string!(l, errors.passkey_refused).to_owned(),
        "too_many_passkeys" => td_string!(l, errors.too_many_passkeys, max = param("max")).to_string(),
        "second_factor_is_on" => td_string!(l, errors.second_factor_is_on).to_owned(),
        "second_factor_is_off" => td_string!(l, errors.second_factor_is_off).to_owned(),
        "email_unchanged" => td_string!(l, errors.email_unchanged).to_owned(),
        _ => return None,
    };
    Some(text)
}

/// The sentence for an error outside of a form: that of the first field at fault, or of the error as a whole.
#[must_use]
pub fn sentence(error: &AppError) -> String {
    let locale: Locale = orion_ui::page::locale();
    let first = error.fields.first().map(|fault| (fault.code.as_ref(), fault.params.as_slice()));
    let (code, params) = first.unwrap_or((&error.code, &error.params));
    super::text(locale, code, params).unwrap_or_else(|| orion_ui::message(error))
}
