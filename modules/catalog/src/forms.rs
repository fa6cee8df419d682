//! What the back office sends, and the rules for it.

use orion_contracts::{MediaId, VariantId};
use orion_kernel::{Currency, FieldError, Money, validate::Check};
use serde::{Deserialize, Serialize};

use crate::model::{MAX_DESCRIPTION, MAX_OPTIONS, ProductStatus, slugify};

/// The largest product file.
pub const MAX_FILE_MEGABYTES: usize = 20;

/// A new product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewProduct {
    pub title: String,
    pub price: String,
    pub vendor: String,
}

/// A product's own fields, and its texts in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductFields {
    pub title: String,
    pub description_html: String,
    pub seo_title: String,
    pub seo_description: String,
    pub slug: String,
    pub status: ProductStatus,
    pub vendor: String,
    pub kind: String,
    /// Separated by commas.
    pub tags: String,
}

/// A row of the variants' grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VariantFields {
    pub id: VariantId,
    pub sku: String,
    pub barcode: String,
    pub price: String,
    pub compare_at: String,
    pub cost: String,
    /// In grams.
    pub weight: String,
    #[serde(default)]
    pub requires_shipping: bool,
    /// Removes the variant.
    #[serde(default)]
    pub remove: bool,
}

/// A row of the options' form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionFields {
    /// Empty removes it.
    pub name: String,
    /// Separated by commas.
    pub values: String,
    /// Which option it was before; empty for a new one.
    pub was: String,
}

/// A row of the pictures' form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureFields {
    pub id: MediaId,
    pub alt: String,
    pub position: i64,
    /// Removes the picture.
    #[serde(default)]
    pub remove: bool,
}

/// A category. What may be left empty is text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryFields {
    pub name: String,
    /// Empty: made of the name.
    pub slug: String,
    /// The id of the category above; empty for none.
    pub parent: String,
    pub position: i32,
}

/// A variant's amounts and weight, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VariantNumbers {
    pub price_minor: i64,
    pub compare_at_minor: Option<i64>,
    pub cost_minor: Option<i64>,
    pub weight_grams: i32,
}

impl NewProduct {
    /// Checks it and reads the price.
    pub fn check(&self, currency: Currency) -> Result<i64, orion_kernel::AppError> {
        let mut check = Check::new();
        check.text("title", &self.title, 1..=255).text("vendor", &self.vendor, 0..=255);
        let price = amount(&mut check, "price", &self.price, currency);
        check.finish()?;
        Ok(price.unwrap_or_default())
    }
}

impl ProductFields {
    /// Checks them.
    pub fn check(&self, check: &mut Check, is_default_language: bool) {
        // HTML is often indented.
        let description = self.description_html.replace('\t', " ");
        // In a further language an empty name means: as in the store's default language.
        check
            .text("title", &self.title, usize::from(is_default_language)..=255)
            .multiline("description_html", &description, 0..=MAX_DESCRIPTION)
            .text("seo_title", &self.seo_title, 0..=255)
            .multiline("seo_description", &self.seo_description, 0..=1_000)
            .when(slugify(&self.slug).is_empty(), "slug", "slug_empty")
            .text("vendor", &self.vendor, 0..=255)
            .text("kind", &self.kind, 0..=255)
            .text("tags", &self.tags, 0..=2_000);
    }

    /// The tags, each once.
    #[must_use]
    pub fn tags(&self) -> Vec<String> {
        separated(&self.tags)
    }
}

impl VariantFields {
    /// Checks a row and reads its numbers.
    pub fn check(&self, check: &mut Check, row: usize, currency: Currency) -> VariantNumbers {
        let field = |name: &str| variant_field(row, name);
        check.text(field("sku"), &self.sku, 0..=255).text(field("barcode"), &self.barcode, 0..=64);
        let price = amount(check, &field("price"), &self.price, currency);
        if self.price.trim().is_empty() {
            check.add(FieldError::new(field("price"), "required"));
        }
        let weight = self.weight.trim().parse::<i32>().ok().filter(|grams| *grams >= 0);
        check.when(weight.is_none() && !self.weight.trim().is_empty(), field("weight"), "invalid_number");
        VariantNumbers {
            price_minor: price.unwrap_or_default(),
            compare_at_minor: amount(check, &field("compare_at"), &self.compare_at, currency)
                .filter(|amount| *amount > 0),
            cost_minor: amount(check, &field("cost"), &self.cost, currency),
            weight_grams: weight.unwrap_or_default(),
        }
    }
}

/// The name of a field in the variants' grid.
#[must_use]
pub fn variant_field(row: usize, name: &str) -> String {
    format!("variants[{row}][{name}]")
}

/// The name of a field in the options' form.
#[must_use]
pub fn option_field(row: usize, name: &str) -> String {
    format!("options[{row}][{name}]")
}

/// The name of a field in the pictures' form.
#[must_use]
pub fn picture_field(row: usize, name: &str) -> String {
    format!("pictures[{row}][{name}]")
}

/// An option as it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOption {
    pub name: String,
    pub values: Vec<String>,
    /// Its place among the options before.
    pub was: Option<usize>,
}

/// Checks the options' form; rows without a name are left out.
pub fn check_options(rows: &[OptionFields]) -> Result<Vec<NewOption>, orion_kernel::AppError> {
    let mut check = Check::new();
    let mut options: Vec<NewOption> = Vec::new();
    for (row, fields) in rows.iter().enumerate() {
        let values = separated(&fields.values);
        let name = fields.name.trim();
        if name.is_empty() && (values.is_empty() || !fields.was.is_empty()) {
            continue;
        }
        check.text(option_field(row, "name"), name, 0..=100);
        check.when(name.is_empty(), option_field(row, "name"), "option_incomplete");
        check.when(values.is_empty(), option_field(row, "values"), "option_incomplete");
        for value in &values {
            check.text(option_field(row, "values"), value, 1..=100);
        }
        check.when(options.iter().any(|option| option.name == name), option_field(row, "name"), "option_twice");
        options.push(NewOption { name: name.to_owned(), values, was: fields.was.parse().ok() });
    }
    if options.len() > MAX_OPTIONS {
        check.add(FieldError::new(option_field(MAX_OPTIONS, "name"), "too_many_options").with("max", MAX_OPTIONS));
    }
    check.finish()?;
    Ok(options)
}

fn amount(check: &mut Check, field: &str, text: &str, currency: Currency) -> Option<i64> {
    if text.trim().is_empty() {
        return None;
    }
    let amount = Money::parse_decimal(text, currency).ok().filter(|amount| !amount.is_negative());
    check.when(amount.is_none(), field, "invalid_price");
    amount.map(|amount| amount.minor)
}

/// What stands between commas, each once.
fn separated(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        if !parts.iter().any(|known| known == part) {
            parts.push(part.to_owned());
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, values: &str, was: &str) -> OptionFields {
        OptionFields { name: name.to_owned(), values: values.to_owned(), was: was.to_owned() }
    }

    #[test]
    fn options_are_read_row_by_row() {
        let options = check_options(&[row("Size", "S, M,,S", "0"), row("", "x", "1"), row("", "", "")]).expect("valid");
        assert_eq!(
            options,
            [NewOption { name: "Size".to_owned(), values: vec!["S".to_owned(), "M".to_owned()], was: Some(0) }]
        );
        let error = check_options(&[row("Size", "", ""), row("", "x", ""), row("Size", "y", "")]).expect_err("invalid");
        let wrong: Vec<_> = error.fields.iter().map(|field| (field.field.as_str(), field.code.as_ref())).collect();
        assert_eq!(
            wrong,
            [
                ("options[0][values]", "option_incomplete"),
                ("options[1][name]", "option_incomplete"),
                ("options[2][name]", "option_twice")
            ]
        );
    }

    #[test]
    fn a_price_is_an_amount_above_nothing() {
        let product =
            |price: &str| NewProduct { title: "Mug".to_owned(), price: price.to_owned(), vendor: String::new() };
        assert_eq!(product("12,50").check(Currency::EUR), Ok(1250));
        assert_eq!(product("").check(Currency::EUR), Ok(0));
        for price in ["-1", "1.234", "free"] {
            assert_eq!(product(price).check(Currency::EUR).expect_err(price).fields[0].code, "invalid_price");
        }
    }
}
