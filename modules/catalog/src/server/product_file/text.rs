//! From bytes to text: UTF-8, or a sentence that says what it is instead.

use orion_kernel::AppError;

/// The text of a file, without a byte order mark.
///
/// # Errors
///
/// `Invalid` with the code `file_empty`, `file_is_spreadsheet`, `encoding_utf16`, `file_no_text` or `encoding_unknown` (with
/// the line).
pub fn decode(bytes: &[u8]) -> Result<&str, AppError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(AppError::invalid("file_is_spreadsheet"));
    }
    if is_utf16(bytes) {
        return Err(AppError::invalid("encoding_utf16"));
    }
    if bytes.contains(&0) {
        return Err(AppError::invalid("file_no_text"));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        AppError::invalid("encoding_unknown").with("line", line)
    })?;
    if text.trim().is_empty() { Err(AppError::invalid("file_empty")) } else { Ok(text) }
}

/// Whether it says so at its beginning, or has a zero beside each letter of its first words.
fn is_utf16(bytes: &[u8]) -> bool {
    let beginning = &bytes[..bytes.len().min(64)];
    let zeros = beginning.iter().filter(|byte| **byte == 0).count();
    let has_pairs = zeros > 0 && zeros * 2 + 2 >= beginning.len() && !beginning.starts_with(&[0, 0]);
    bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || has_pairs
}

/// What separates the values: the most frequent of comma, semicolon and tab in the header. Spreadsheets write semicolons
/// where the comma is for decimals.
pub fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |separator: u8| header.bytes().filter(|byte| *byte == separator).count();
    let mut best = b',';
    for separator in [b';', b'\t'] {
        if count(separator) > count(best) {
            best = separator;
        }
    }
    best
}
