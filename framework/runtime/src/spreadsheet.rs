//! Cells of files that people open with a spreadsheet, which takes some texts for formulas and runs them.

/// A cell that is read as text: an apostrophe goes before what begins like a formula. Numbers, with their sign, stay as they are.
#[must_use]
pub fn inert(text: String) -> String {
    if is_formula(&text) { format!("'{text}") } else { text }
}

/// The text that became this cell.
#[must_use]
pub fn original(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_formula(text)).unwrap_or(cell)
}

fn is_formula(text: &str) -> bool {
    // Behind apostrophes as well: one is taken off when the file comes back.
    let text = text.trim_start_matches('\'');
    match text.chars().next() {
        Some('=' | '@' | '\t' | '\r') => true,
        Some('+' | '-') => !text[1..].chars().all(|letter| letter.is_ascii_digit() || " .,".contains(letter)),
        _ => false,
    }
}

/// A line of cells, all of them quoted (RFC 4180).
pub fn write_line(file: &mut String, cells: impl IntoIterator<Item = String>) {
    let cells: Vec<String> =
        cells.into_iter().map(|cell| format!("\"{}\"", inert(cell).replace('"', "\"\""))).collect();
    file.push_str(&cells.join(","));
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_stay_texts_and_come_back() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("@x", "'@x"),
            ("-1+2", "'-1+2"),
            ("'=1", "''=1"),
            ("\tx", "'\tx"),
            ("+352 661 000 000", "+352 661 000 000"),
            ("-12.50", "-12.50"),
            ("'t Zand", "'t Zand"),
            ("", ""),
        ] {
            assert_eq!(inert(text.to_owned()), cell);
            assert_eq!(original(cell), text);
        }
    }

    #[test]
    fn lines_are_quoted() {
        let mut file = String::new();
        write_line(&mut file, ["2", "=1+1", "say \"hi\""].map(str::to_owned));
        assert_eq!(file, "\"2\",\"'=1+1\",\"say \"\"hi\"\"\"\r\n");
    }
}
