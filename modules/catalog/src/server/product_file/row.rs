//! A row of a product file, and reading its values.

use std::{collections::BTreeMap, ops::RangeInclusive};

use csv::StringRecord;
use orion_kernel::{Currency, Money};

use super::{
    RowError,
    columns::{Column, Columns},
};
use crate::model::slugify;

/// Whole numbers that a file may hold.
const WHOLE: RangeInclusive<i64> = -1_000_000_000..=1_000_000_000;

/// A row of a product file.
pub struct Row<'f> {
    /// As a spreadsheet counts.
    pub number: u32,
    pub record: StringRecord,
    pub columns: &'f Columns,
}

impl Row<'_> {
    /// A value, without the space around it; empty where the column is missing.
    pub fn text(&self, column: Column) -> &str {
        self.raw(column).trim()
    }

    /// A value as it stands in the file.
    pub fn raw(&self, column: Column) -> &str {
        self.columns.place(column).and_then(|place| self.record.get(place)).unwrap_or_default()
    }

    /// The product's part of its address.
    pub fn handle(&self) -> String {
        slugify(self.text(Column::Handle))
    }

    /// Whether it describes a variant; otherwise it only brings a picture.
    pub fn is_variant(&self) -> bool {
        let options = (1..=self.columns.options).map(Column::OptionValue);
        [Column::Price, Column::Sku, Column::Barcode]
            .into_iter()
            .chain(options)
            .any(|column| !self.text(column).is_empty())
    }

    /// Whether it has values beyond the last column.
    pub fn is_too_long(&self) -> bool {
        self.record.iter().skip(self.columns.len()).any(|value| !value.trim().is_empty())
    }

    /// Something is wrong with a value.
    pub fn wrong(&self, column: Column, code: &'static str) -> RowError {
        RowError { column: self.columns.name(column), ..RowError::about(self.number, &self.handle(), code) }
    }

    /// One line of limited length.
    pub fn limited(&self, column: Column, max: usize, errors: &mut Vec<RowError>) -> String {
        self.lines(column, max, errors).replace('\n', " ")
    }

    /// Lines of limited length.
    pub fn lines(&self, column: Column, max: usize, errors: &mut Vec<RowError>) -> String {
        let text = self.text(column).replace('\t', " ");
        let text: String = text.chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect();
        if text.chars().count() > max {
            errors.push(self.wrong(column, "too_long").with("max", max));
        }
        text
    }

    /// A word that says yes or no; `otherwise` when there is none.
    pub fn truth(&self, column: Column, otherwise: bool, errors: &mut Vec<RowError>) -> bool {
        match self.text(column).to_ascii_lowercase().as_str() {
            "" => otherwise,
            "true" | "yes" | "1" => true,
            "false" | "no" | "0" => false,
            _ => {
                errors.push(self.wrong(column, "invalid_truth"));
                otherwise
            }
        }
    }

    /// An amount, not below nothing; `None` when there is none.
    pub fn amount(&self, column: Column, currency: Currency, errors: &mut Vec<RowError>) -> Option<i64> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        match Money::parse_decimal(text, currency) {
            Ok(amount) if !amount.is_negative() => Some(amount.minor),
            _ => {
                errors.push(self.wrong(column, "invalid_price").with("value", shortened(text)));
                None
            }
        }
    }

    /// A whole number within what stock can be; `None` when there is none.
    pub fn whole(&self, column: Column, errors: &mut Vec<RowError>) -> Option<i64> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let number = text.strip_suffix(".0").unwrap_or(text).parse().ok().filter(|number| WHOLE.contains(number));
        if number.is_none() {
            errors.push(self.wrong(column, "invalid_number").with("value", shortened(text)));
        }
        number
    }

    /// A weight in grams, which may have decimals, to the nearest gram.
    pub fn grams(&self, errors: &mut Vec<RowError>) -> i32 {
        let text = self.text(Column::Grams);
        if text.is_empty() {
            return 0;
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let is_number = [whole, decimals].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        match whole.parse::<i32>() {
            Ok(grams) if is_number => grams.saturating_add(i32::from(decimals.as_bytes().first() >= Some(&b'5'))),
            _ => {
                errors.push(self.wrong(Column::Grams, "invalid_number").with("value", shortened(text)));
                0
            }
        }
    }

    /// The values without a meaning here: the product's, or the variant's.
    pub fn extra(&self, of_the_product: bool) -> BTreeMap<String, String> {
        let values = self.columns.others(of_the_product);
        let filled = values.filter_map(|(name, place)| {
            let value = self.record.get(place)?.trim();
            (!value.is_empty()).then(|| (name.to_owned(), value.to_owned()))
        });
        filled.collect()
    }
}

/// Enough of a value to find it.
fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}
