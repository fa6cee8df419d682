//! Codes about platforms, merchants, stores and menus.

use orion_kernel::Locale;

use crate::i18n::{of, td_string};

/// The sentence for one of them.
pub fn text(locale: Locale, code: &str, param: impl Fn(&str) -> String) -> Option<String> {
    let l = of(locale);
    let text = match code {
        "invalid_host" => td_string!(l, errors.invalid_host).to_owned(),
        "invalid_code" => td_string!(l, errors.invalid_code).to_owned(),
        "reserved_code" => td_string!(l, errors.reserved_code).to_owned(),
        "first_has_no_host" => td_string!(l, errors.first_has_no_host).to_owned(),
        "recipe_unknown" => td_string!(l, errors.recipe_unknown).to_owned(),
        "recipe_unreadable" => td_string!(l, errors.recipe_unreadable, detail = param("detail")).to_string(),
        "recipe_unknown_module" => td_string!(l, errors.recipe_unknown_module, module = param("module")).to_string(),
        "recipe_unknown_setting" => {
            td_string!(l, errors.recipe_unknown_setting, setting = param("setting")).to_string()
        }
        "recipe_invalid_setting" => {
            td_string!(l, errors.recipe_invalid_setting, setting = param("setting")).to_string()
        }
        "recipe_invalid_page" => td_string!(l, errors.recipe_invalid_page, page = param("page")).to_string(),
        "code_differs" => td_string!(l, errors.code_differs).to_owned(),
        "deletion_has_begun" => td_string!(l, errors.deletion_has_begun).to_owned(),
        "is_locked" => td_string!(l, errors.is_locked).to_owned(),
        "owns_it_already" => td_string!(l, errors.owns_it_already).to_owned(),
        "is_operator" => td_string!(l, errors.is_operator).to_owned(),
        "no_such_customer" => td_string!(l, errors.no_such_customer).to_owned(),
        "menu_entry_needed" => td_string!(l, errors.menu_entry_needed).to_owned(),
        "file_type_unknown" => td_string!(l, errors.file_type_unknown).to_owned(),
        _ => return None,
    };
    Some(text)
}
