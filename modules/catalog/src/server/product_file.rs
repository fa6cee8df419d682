//! The product file: comma-separated values with a product's columns and its variants' in one table, a row for each variant
//! and for each further picture, as Shopify and many others write it.

mod columns;
mod content;
mod group;
mod row;
mod text;
mod values;
mod write;

use orion_kernel::{AppError, Currency};
use orion_runtime::spreadsheet;

pub use content::{FileOption, FilePicture, FileProduct, FileVariant};
pub use text::decode;
pub use write::write_products;

use columns::Columns;
use row::Row;

/// More columns than any shop's file has.
const MAX_COLUMNS: usize = 500;
/// More rows than a file of the size that is taken has, unless it is made to cost memory.
const MAX_ROWS: usize = 300_000;

/// What a file holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ProductFile {
    /// The products that can be read, in the order of the file.
    pub products: Vec<FileProduct>,
    /// What is wrong with the others.
    pub errors: Vec<RowError>,
    /// How many products cannot be read.
    pub failed: u32,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowError {
    /// As a spreadsheet counts: the header is 1.
    pub row: u32,
    /// The product's handle; may be empty.
    pub handle: String,
    /// The column as the file names it; empty when it is about the row.
    pub column: String,
    /// What is wrong.
    pub code: &'static str,
    /// Values for the text.
    pub params: Vec<(String, String)>,
}

/// Reads a file's content. A product of which any row is wrong is left out as a whole.
///
/// # Errors
///
/// `Invalid` when it is no product file: another encoding, no header, columns missing, too many of them or of rows.
pub fn read_products(bytes: &[u8], currency: Currency) -> Result<ProductFile, AppError> {
    let text = decode(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(text::delimiter(text))
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut records = reader.records().enumerate();
    let header = match records.next() {
        Some((_, Ok(header))) => header,
        _ => return Err(AppError::invalid("file_empty")),
    };
    if header.len() > MAX_COLUMNS {
        return Err(AppError::invalid("columns_too_many").with("max", MAX_COLUMNS));
    }
    let columns = Columns::read(&header)?;
    let mut file = ProductFile::default();
    let mut rows = Vec::new();
    for (place, record) in records {
        if place > MAX_ROWS {
            return Err(AppError::invalid("rows_too_many").with("max", MAX_ROWS));
        }
        let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
        let Ok(record) = record else {
            file.errors.push(RowError::about(number, "", "row_unreadable"));
            continue;
        };
        if record.len() > MAX_COLUMNS {
            file.errors.push(RowError::about(number, "", "row_unreadable"));
            continue;
        }
        // The reader's copy keeps the room of the widest row there was.
        let record: csv::StringRecord = record.iter().map(spreadsheet::original).collect();
        if record.iter().all(|value| value.trim().is_empty()) {
            continue;
        }
        rows.push(Row { number, record, columns: &columns });
    }
    group::read(rows, currency, &mut file);
    Ok(file)
}

impl RowError {
    fn about(row: u32, handle: &str, code: &'static str) -> Self {
        Self { row, handle: handle.to_owned(), column: String::new(), code, params: Vec::new() }
    }

    fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.push((name.to_owned(), value.to_string()));
        self
    }
}

#[cfg(test)]
mod tests;
