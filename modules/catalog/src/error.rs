//! The error codes this module adds, as sentences.

use orion_kernel::Locale;

use crate::{
    forms::MAX_FILE_MEGABYTES,
    i18n::{of, td_string},
};

fn param(params: &[(String, String)], name: &str) -> String {
    params.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()).unwrap_or_default()
}

/// The sentences of this module's forms and server functions.
#[must_use]
pub fn text(locale: Locale, code: &str, params: &[(String, String)]) -> Option<String> {
    let l = of(locale);
    let max = || param(params, "max");
    let text = match code {
        "slug_taken" => td_string!(l, errors.slug_taken).to_owned(),
        "slug_empty" => td_string!(l, errors.slug_empty).to_owned(),
        "invalid_price" => td_string!(l, errors.invalid_price).to_owned(),
        "no_picture" | "file_type_unknown" => td_string!(l, errors.no_picture).to_owned(),
        "no_file" => td_string!(l, errors.no_file).to_owned(),
        "file_too_large" => td_string!(l, errors.file_too_large, max = max()).to_string(),
        "picture_too_large" => td_string!(l, errors.picture_too_large).to_owned(),
        "duplicate_variant" => td_string!(l, errors.duplicate_variant, variant = param(params, "variant")).to_string(),
        "too_many_options" => td_string!(l, errors.too_many_options, max = max()).to_string(),
        "too_many_variants" => td_string!(l, errors.too_many_variants, max = max()).to_string(),
        "option_incomplete" => td_string!(l, errors.option_incomplete).to_owned(),
        "option_twice" => td_string!(l, errors.option_twice).to_owned(),
        "category_circle" => td_string!(l, errors.category_circle).to_owned(),
        "last_variant" => td_string!(l, errors.last_variant).to_owned(),
        "too_many_pictures" => td_string!(l, errors.too_many_pictures, max = max()).to_string(),
        "product_changed" => td_string!(l, errors.product_changed).to_owned(),
        "select_products" => td_string!(l, errors.select_products, max = max()).to_string(),
        code => return file_error(locale, code, params),
    };
    Some(text)
}

/// The sentences of the upload of product files.
#[must_use]
pub fn upload_error(locale: Locale, code: &str, params: &[(String, String)]) -> Option<String> {
    match code {
        // What is larger by far is turned away before anybody knows that it is a product file.
        "too_large" => {
            let max = MAX_FILE_MEGABYTES.to_string();
            Some(td_string!(of(locale), errors.file_too_large, max = max).to_string())
        }
        code => text(locale, code, params),
    }
}

/// Why a file is no product file.
#[must_use]
pub fn file_error(locale: Locale, code: &str, params: &[(String, String)]) -> Option<String> {
    let l = of(locale);
    let text = match code {
        "file_empty" => td_string!(l, file_errors.file_empty).to_owned(),
        "file_is_spreadsheet" => td_string!(l, file_errors.file_is_spreadsheet).to_owned(),
        "file_no_text" => td_string!(l, file_errors.file_no_text).to_owned(),
        "encoding_utf16" => td_string!(l, file_errors.encoding_utf16).to_owned(),
        "encoding_unknown" => td_string!(l, file_errors.encoding_unknown, line = param(params, "line")).to_string(),
        "columns_too_many" => td_string!(l, file_errors.columns_too_many, max = param(params, "max")).to_string(),
        "rows_too_many" => td_string!(l, file_errors.rows_too_many, max = param(params, "max")).to_string(),
        "columns_missing" => td_string!(l, file_errors.columns_missing, columns = param(params, "columns")).to_string(),
        _ => return None,
    };
    Some(text)
}

/// What is wrong with a row of a product file.
#[must_use]
pub fn row_error(locale: Locale, code: &str, params: &[(String, String)]) -> Option<String> {
    let l = of(locale);
    let (max, value) = (|| param(params, "max"), || param(params, "value"));
    let text = match code {
        "required" => td_string!(l, row_errors.required).to_owned(),
        "invalid_price" => td_string!(l, row_errors.invalid_price, value = value()).to_string(),
        "invalid_number" => td_string!(l, row_errors.invalid_number, value = value()).to_string(),
        "invalid_truth" => td_string!(l, row_errors.invalid_truth).to_owned(),
        "invalid_choice" => td_string!(l, row_errors.invalid_choice).to_owned(),
        "invalid_url" => td_string!(l, row_errors.invalid_url).to_owned(),
        "too_long" => td_string!(l, row_errors.too_long, max = max()).to_string(),
        "duplicate_variant" => {
            td_string!(l, row_errors.duplicate_variant, variant = param(params, "variant")).to_string()
        }
        "duplicate_handle" => td_string!(l, row_errors.duplicate_handle, row = param(params, "row")).to_string(),
        "option_without_name" => td_string!(l, row_errors.option_without_name).to_owned(),
        "too_many_options" => td_string!(l, row_errors.too_many_options, max = max()).to_string(),
        "too_many_variants" => td_string!(l, row_errors.too_many_variants, max = max()).to_string(),
        "row_too_long" => td_string!(l, row_errors.row_too_long).to_owned(),
        "row_unreadable" => td_string!(l, row_errors.row_unreadable).to_owned(),
        "not_saved" => td_string!(l, row_errors.not_saved).to_owned(),
        _ => return None,
    };
    Some(text)
}

/// Why a picture could not be had.
#[must_use]
pub fn picture_error(locale: Locale, code: &str) -> String {
    let l = of(locale);
    let text = match code {
        "address_refused" => td_string!(l, picture_errors.address_refused),
        "unknown_host" => td_string!(l, picture_errors.unknown_host),
        "refused_by_server" => td_string!(l, picture_errors.refused_by_server),
        "too_slow" => td_string!(l, picture_errors.too_slow),
        "too_large" => td_string!(l, picture_errors.too_large),
        "picture_too_large" => td_string!(l, picture_errors.picture_too_large),
        "no_picture" | "file_type_unknown" => td_string!(l, picture_errors.no_picture),
        "no_folder" => td_string!(l, picture_errors.no_folder),
        "file_missing" => td_string!(l, picture_errors.file_missing),
        _ => td_string!(l, picture_errors.unreachable),
    };
    text.to_owned()
}
