//! Values with a form of their own: tags, states, addresses of pictures, a variant's columns.

use orion_kernel::Currency;

use super::{FileVariant, RowError, columns::Column, row::Row};
use crate::model::ProductStatus;

/// Tags, separated by commas, each once.
pub fn tags(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split(',').map(str::trim).filter(|tag| !tag.is_empty()) {
        if !tags.iter().any(|known| known.eq_ignore_ascii_case(tag)) {
            tags.push(tag.chars().filter(|letter| !letter.is_control()).take(100).collect());
        }
    }
    tags
}

/// Whether the product is for sale. The column `Status` is not in every file; what is active but not published is hidden.
pub fn status(row: &Row<'_>, errors: &mut Vec<RowError>) -> ProductStatus {
    let is_published = row.truth(Column::Published, true, errors);
    let visible = if is_published { ProductStatus::Published } else { ProductStatus::Draft };
    match row.text(Column::Status).to_ascii_lowercase().as_str() {
        "" | "active" => visible,
        "draft" | "unlisted" => ProductStatus::Draft,
        "archived" => ProductStatus::Archived,
        _ => {
            errors.push(row.wrong(Column::Status, "invalid_choice"));
            ProductStatus::Draft
        }
    }
}

/// Where a picture is: an address, or a path beside the file.
pub fn picture_source(row: &Row<'_>, column: Column, errors: &mut Vec<RowError>) -> Option<String> {
    let text = row.text(column);
    if text.is_empty() {
        return None;
    }
    let is_address = url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    let is_path =
        !text.contains(':') && !text.starts_with(['/', '\\']) && !text.split(['/', '\\']).any(|part| part == "..");
    if (is_address || is_path) && text.len() <= 2_048 {
        return Some(text.to_owned());
    }
    errors.push(row.wrong(column, "invalid_url"));
    None
}

/// The variant of a row.
pub fn variant(row: &Row<'_>, options: Vec<String>, currency: Currency, errors: &mut Vec<RowError>) -> FileVariant {
    if row.text(Column::Price).is_empty() {
        errors.push(row.wrong(Column::Price, "required"));
    }
    let mut extra = row.extra(false);
    for column in [Column::Tracker, Column::Policy] {
        let text = row.limited(column, 100, errors);
        if !text.is_empty() {
            extra.insert(column.name(), text);
        }
    }
    FileVariant {
        options,
        sku: row.limited(Column::Sku, 255, errors),
        barcode: row.limited(Column::Barcode, 64, errors),
        price_minor: row.amount(Column::Price, currency, errors).unwrap_or_default(),
        compare_at_minor: row.amount(Column::CompareAt, currency, errors).filter(|amount| *amount > 0),
        cost_minor: row.amount(Column::Cost, currency, errors),
        currency,
        weight_grams: row.grams(errors),
        weight_unit: weight_unit(row, errors),
        requires_shipping: row.truth(Column::RequiresShipping, true, errors),
        is_taxable: row.truth(Column::Taxable, true, errors),
        tax_code: row.limited(Column::TaxCode, 64, errors),
        picture: picture_source(row, Column::VariantPicture, errors),
        extra,
        quantity: row.whole(Column::Quantity, errors),
    }
}

fn weight_unit(row: &Row<'_>, errors: &mut Vec<RowError>) -> String {
    match row.text(Column::WeightUnit).to_ascii_lowercase().as_str() {
        "" => "kg".to_owned(),
        unit @ ("g" | "kg" | "lb" | "oz") => unit.to_owned(),
        _ => {
            errors.push(row.wrong(Column::WeightUnit, "invalid_choice"));
            "kg".to_owned()
        }
    }
}
