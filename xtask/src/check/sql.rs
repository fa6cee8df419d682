//! Just enough of SQL's grammar for migrations.

use regex_lite::Regex;

/// Replaces comments by spaces, and the content of quoted strings when asked to; every line stays where it was.
pub fn blank(text: &str, quotes_too: bool) -> String {
    let mut out = text.as_bytes().to_vec();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let (inside, length) = if rest.starts_with(b"--") {
            (0, rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()))
        } else if rest.starts_with(b"/*") {
            (0, rest.windows(2).position(|end| end == b"*/").map_or(rest.len(), |end| end + 2))
        } else if rest[0] == b'\'' {
            (1, rest[1..].iter().position(|byte| *byte == b'\'').map_or(rest.len(), |end| end + 1))
        } else {
            at += 1;
            continue;
        };
        let blanked = if inside == 0 || quotes_too { at + inside..at + length } else { at..at };
        out[blanked].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        at += length + inside;
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// A `create table` in a migration.
pub struct Table {
    /// Schema and name.
    pub name: String,
    /// Where it stands.
    pub position: usize,
    /// Its columns and constraints, and where each stands.
    pub parts: Vec<(usize, String)>,
}

/// The tables that a blanked migration creates; temporary ones do not count.
pub fn tables(sql: &str) -> Vec<Table> {
    let create =
        Regex::new(r"(?i)\bcreate\s+(unlogged\s+)?table\s+(if\s+not\s+exists\s+)?([\w.]+)\s*\(").expect("a pattern");
    create
        .captures_iter(sql)
        .filter_map(|found| {
            let (whole, name) = (found.get(0)?, found.get(3)?);
            let end = super::rust::closing(sql, whole.end() - 1)?;
            Some(Table {
                name: name.as_str().to_lowercase(),
                position: whole.start(),
                parts: split(sql, whole.end(), end),
            })
        })
        .collect()
}

/// Splits at commas that stand in no bracket.
fn split(sql: &str, start: usize, end: usize) -> Vec<(usize, String)> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0_i32, start);
    let mut add = |from: usize, to: usize| {
        let blank = sql[from..to].len() - sql[from..to].trim_start().len();
        parts.push((from + blank, sql[from..to].split_whitespace().collect::<Vec<_>>().join(" ")));
    };
    for (offset, byte) in sql.bytes().enumerate().take(end).skip(start) {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            b',' if depth == 0 => {
                add(from, offset);
                from = offset + 1;
            }
            _ => {}
        }
    }
    add(from, end);
    parts
}

#[cfg(test)]
mod tests {
    use super::{blank, tables};

    #[test]
    fn reads_a_table() {
        let sql = blank(
            "-- create table no (\ncreate table a.b (\n  x numeric(1, 2) default 'create table c (', -- ,\n  primary key (x, y)\n);",
            true,
        );
        let found = tables(&sql);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].name.as_str(), found[0].parts.len()), ("a.b", 2));
        assert_eq!(found[0].parts[1].1, "primary key (x, y)");
    }
}
