//! From rows to products: the rows with the same handle, next to each other or not.

use std::collections::{HashMap, HashSet};

use orion_kernel::Currency;

use super::{
    FileOption, FilePicture, FileProduct, FileVariant, ProductFile, RowError,
    columns::Column,
    row::Row,
    values::{picture_source, status, tags, variant},
};
use crate::{
    model::{MAX_DESCRIPTION, MAX_OPTIONS, MAX_VARIANTS, variant_title},
    server::clean_html::clean_html,
};

/// Reads the products of a file's rows.
pub fn read(rows: Vec<Row<'_>>, currency: Currency, file: &mut ProductFile) {
    let mut groups: Vec<(String, Vec<Row<'_>>)> = Vec::new();
    let mut places = HashMap::new();
    for row in rows {
        let handle = row.handle();
        if handle.is_empty() {
            file.errors.push(row.wrong(Column::Handle, "required"));
            file.failed += 1;
            continue;
        }
        let place = *places.entry(handle.clone()).or_insert_with(|| {
            groups.push((handle, Vec::new()));
            groups.len() - 1
        });
        groups[place].1.push(row);
    }
    for (handle, rows) in groups {
        let mut errors = Vec::new();
        let product = product(handle, &rows, currency, &mut errors);
        match product {
            Some(product) if errors.is_empty() => file.products.push(product),
            _ => {
                file.failed += 1;
                file.errors.append(&mut errors);
            }
        }
    }
    file.errors.sort_by_key(|error| error.row);
}

fn product(handle: String, rows: &[Row<'_>], currency: Currency, errors: &mut Vec<RowError>) -> Option<FileProduct> {
    for row in rows.iter().filter(|row| row.is_too_long()) {
        errors.push(RowError::about(row.number, &handle, "row_too_long"));
    }
    let first = rows.first()?;
    let Some(head) = rows.iter().find(|row| !row.text(Column::Title).is_empty()) else {
        errors.push(first.wrong(Column::Title, "required"));
        return None;
    };
    let description_html = clean_html(head.raw(Column::Description));
    if description_html.chars().count() > MAX_DESCRIPTION {
        errors.push(head.wrong(Column::Description, "too_long").with("max", MAX_DESCRIPTION));
    }
    // Some files repeat the name in every row; another name is another product.
    let is_other = |row: &&Row<'_>| {
        let title = row.text(Column::Title);
        !title.is_empty() && title != head.text(Column::Title)
    };
    if let Some(row) = rows.iter().find(is_other) {
        errors.push(row.wrong(Column::Handle, "duplicate_handle").with("row", head.number));
        return None;
    }
    let names = option_names(head, errors);
    let (options, variants) = variants(head, rows, &names, currency, errors);
    let pictures = pictures(rows, &variants, errors);
    Some(FileProduct {
        row: first.number,
        handle,
        title: head.limited(Column::Title, 255, errors),
        description_html,
        vendor: head.limited(Column::Vendor, 255, errors),
        kind: head.limited(Column::Type, 255, errors),
        tags: tags(head.text(Column::Tags)),
        status: status(head, errors),
        is_gift_card: head.truth(Column::GiftCard, false, errors),
        seo_title: head.limited(Column::SeoTitle, 255, errors),
        seo_description: head.lines(Column::SeoDescription, 1_000, errors),
        extra: head.extra(true),
        options,
        variants,
        pictures,
    })
}

/// The names of the product's options. A product in one version has the option "Title" with the value "Default Title".
fn option_names(head: &Row<'_>, errors: &mut Vec<RowError>) -> Vec<String> {
    let name = |number| head.limited(Column::OptionName(number), 100, &mut Vec::new());
    let names: Vec<String> = (1..=head.columns.options).map(name).take_while(|name| !name.is_empty()).collect();
    if names.len() > MAX_OPTIONS {
        errors.push(head.wrong(Column::OptionName(1), "too_many_options").with("max", MAX_OPTIONS));
    }
    let is_default = matches!(names.as_slice(), [only] if only == "Title")
        && head.text(Column::OptionValue(1)).eq_ignore_ascii_case("Default Title");
    if is_default { Vec::new() } else { names }
}

fn variants(
    head: &Row<'_>,
    rows: &[Row<'_>],
    names: &[String],
    currency: Currency,
    errors: &mut Vec<RowError>,
) -> (Vec<FileOption>, Vec<FileVariant>) {
    let mut options: Vec<FileOption> =
        names.iter().map(|name| FileOption { name: name.clone(), values: Vec::new() }).collect();
    let mut variants = Vec::new();
    let mut seen = HashSet::new();
    for row in rows.iter().filter(|row| row.is_variant()) {
        let values = option_values(row, names, errors);
        if !seen.insert(values.clone()) {
            errors.push(match variant_title(&values) {
                only if only.is_empty() => row.wrong(Column::Handle, "duplicate_handle").with("row", head.number),
                variant => RowError::about(row.number, &row.handle(), "duplicate_variant").with("variant", variant),
            });
        }
        for (option, value) in options.iter_mut().zip(&values) {
            if !option.values.contains(value) {
                option.values.push(value.clone());
            }
        }
        variants.push(variant(row, values, currency, errors));
    }
    if variants.is_empty() {
        errors.push(head.wrong(Column::Price, "required"));
    }
    if variants.len() > MAX_VARIANTS {
        errors.push(RowError::about(head.number, &head.handle(), "too_many_variants").with("max", MAX_VARIANTS));
    }
    (options, variants)
}

/// A value for each of the product's options, and none beyond.
fn option_values(row: &Row<'_>, names: &[String], errors: &mut Vec<RowError>) -> Vec<String> {
    let mut values = Vec::with_capacity(names.len());
    for number in 1..=row.columns.options {
        let column = Column::OptionValue(number);
        let is_default = names.is_empty() && number == 1 && row.text(column).eq_ignore_ascii_case("Default Title");
        if usize::from(number) <= names.len() {
            if row.text(column).is_empty() {
                errors.push(row.wrong(column, "required"));
            }
            values.push(row.limited(column, 100, errors));
        } else if !row.text(column).is_empty() && !is_default {
            errors.push(row.wrong(column, "option_without_name"));
        }
    }
    values
}

/// The pictures of all rows by their positions, each once; a variant's own picture belongs to the product too.
fn pictures(rows: &[Row<'_>], variants: &[FileVariant], errors: &mut Vec<RowError>) -> Vec<FilePicture> {
    let mut found: Vec<(i64, FilePicture)> = Vec::new();
    for row in rows {
        let position = row.whole(Column::PicturePosition, errors).filter(|position| *position > 0).unwrap_or(i64::MAX);
        let Some(source) = picture_source(row, Column::Picture, errors) else { continue };
        if !found.iter().any(|(_, picture)| picture.source == source) {
            found.push((position, FilePicture { source, alt: row.limited(Column::PictureAlt, 512, errors) }));
        }
    }
    found.sort_by_key(|(position, _)| *position);
    let mut pictures: Vec<FilePicture> = found.into_iter().map(|(_, picture)| picture).collect();
    for source in variants.iter().filter_map(|variant| variant.picture.as_ref()) {
        if !pictures.iter().any(|picture| picture.source == *source) {
            pictures.push(FilePicture { source: source.clone(), alt: String::new() });
        }
    }
    pictures
}
