//! The error codes this module adds, in words.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// The sentence for one of this module's codes.
#[must_use]
pub fn text(locale: Locale, code: &str, params: &[(String, String)]) -> Option<String> {
    let l = of(locale);
    let text = match code {
        "invalid_slug" => td_string!(l, errors.invalid_slug),
        "page_exists" => td_string!(l, errors.page_exists),
        "page_invalid" => {
            let page = params.iter().find(|(name, _)| name == "page").map(|(_, page)| page.clone()).unwrap_or_default();
            return Some(td_string!(l, errors.page_invalid, page = page).to_string());
        }
        "file_type_unknown" => td_string!(l, errors.file_type_unknown),
        "picture_too_large" => td_string!(l, errors.picture_too_large),
        _ => return None,
    };
    Some(text.to_owned())
}
