//! Just enough of Rust's grammar to tell code from comments and strings.

/// Replaces comments, and the content of strings when asked to, by spaces; every line stays where it was.
pub fn blank(text: &str, strings_too: bool) -> String {
    let mut out = text.as_bytes().to_vec();
    let mut reader = Reader { bytes: text.as_bytes(), at: 0 };
    while let Some((kind, start, end)) = reader.next_part() {
        let blanked = match kind {
            Part::Comment => true,
            Part::Text => strings_too,
        };
        if blanked {
            out[start..end].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The strings of a text: where each begins, and what it says as written.
pub fn strings(text: &str) -> Vec<(usize, &str)> {
    let mut reader = Reader { bytes: text.as_bytes(), at: 0 };
    let mut found = Vec::new();
    while let Some((kind, start, end)) = reader.next_part() {
        if matches!(kind, Part::Text) {
            found.push((start, &text[start..end]));
        }
    }
    found
}

/// Blanks the unit tests of a file whose comments and strings are blanked already.
pub fn without_tests(code: &str) -> String {
    let mut out = code.to_owned();
    while let Some(start) = out.find("#[cfg(test)]") {
        let end = match (out[start..].find('{'), out[start..].find(';')) {
            (Some(brace), semicolon) if semicolon.is_none_or(|semicolon| brace < semicolon) => {
                closing(&out, start + brace).map_or(out.len(), |end| end + 1)
            }
            (_, Some(semicolon)) => start + semicolon + 1,
            _ => out.len(),
        };
        let blanked =
            out.as_bytes()[start..end].iter().map(|byte| if *byte == b'\n' { '\n' } else { ' ' }).collect::<String>();
        out.replace_range(start..end, &blanked);
    }
    out
}

/// Where the bracket that opens at `open` closes.
pub fn closing(code: &str, open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (offset, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(offset);
                }
            }
            _ => {}
        }
    }
    None
}

enum Part {
    Comment,
    Text,
}

struct Reader<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Reader<'_> {
    /// The next comment, or the inside of the next string.
    fn next_part(&mut self) -> Option<(Part, usize, usize)> {
        while self.at < self.bytes.len() {
            let rest = &self.bytes[self.at..];
            if rest.starts_with(b"//") {
                return Some(self.take(Part::Comment, 0, line_end(rest), 0));
            }
            if rest.starts_with(b"/*") {
                return Some(self.take(Part::Comment, 0, comment_end(rest), 0));
            }
            match rest[0] {
                b'"' => {
                    let length = text_end(&rest[1..]);
                    return Some(self.take(Part::Text, 1, length, 1));
                }
                b'r' if !self.follows_name() => {
                    let hashes = rest[1..].iter().take_while(|byte| **byte == b'#').count();
                    if rest.get(1 + hashes) == Some(&b'"') {
                        let length = raw_end(&rest[2 + hashes..], hashes);
                        return Some(self.take(Part::Text, 2 + hashes, length, 1 + hashes));
                    }
                    self.at += 1;
                }
                b'\'' => self.at += character_length(rest),
                _ => self.at += 1,
            }
        }
        None
    }

    fn take(&mut self, kind: Part, before: usize, length: usize, after: usize) -> (Part, usize, usize) {
        let start = self.at + before;
        let end = (start + length).min(self.bytes.len());
        self.at = end + after;
        (kind, start, end)
    }

    /// `br"…"` and `cr"…"` are strings; `for"…"` does not occur.
    fn follows_name(&self) -> bool {
        let before = self.at.checked_sub(1).map(|before| self.bytes[before]);
        before.is_some_and(|byte| (byte.is_ascii_alphanumeric() || byte == b'_') && !matches!(byte, b'b' | b'c'))
    }
}

fn line_end(rest: &[u8]) -> usize {
    rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len())
}

fn comment_end(rest: &[u8]) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        if rest[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

fn text_end(rest: &[u8]) -> usize {
    let mut at = 0;
    while at < rest.len() {
        match rest[at] {
            b'\\' => at += 2,
            b'"' => return at,
            _ => at += 1,
        }
    }
    rest.len()
}

fn raw_end(rest: &[u8], hashes: usize) -> usize {
    let end: Vec<u8> = std::iter::once(b'"').chain(std::iter::repeat_n(b'#', hashes)).collect();
    rest.windows(end.len()).position(|window| window == end).unwrap_or(rest.len())
}

/// A character is skipped whole, a lifetime's quote alone.
fn character_length(rest: &[u8]) -> usize {
    if rest.get(1) == Some(&b'\\') {
        let end = rest[3.min(rest.len())..].iter().position(|byte| *byte == b'\'');
        return end.map_or(1, |end| end + 4);
    }
    (2..=5).find(|length| rest.get(*length) == Some(&b'\'')).map_or(1, |length| {
        let inside = &rest[1..length];
        if std::str::from_utf8(inside).is_ok_and(|text| text.chars().count() == 1) { length + 1 } else { 1 }
    })
}

#[cfg(test)]
mod tests {
    use super::{blank, closing, strings, without_tests};

    #[test]
    fn tells_code_from_comments_and_strings() {
        let text = "a('\"', \"// no\\\"\"); // yes \"\nlet b: &'a str = r#\"x \" y\"#; /* a /* b */ c */ '\\'' 'é' z";
        let code = blank(text, true);
        assert_eq!(code.len(), text.len());
        assert_eq!(code.lines().next().map(str::trim_end), Some("a('\"', \"       \");"));
        assert!(code.ends_with("'\\'' 'é' z") && !code.contains("yes") && !code.contains('x'));
        assert_eq!(strings(text).into_iter().map(|(_, text)| text).collect::<Vec<_>>(), ["// no\\\"", "x \" y"]);
        assert!(blank(text, false).contains("// no") && !blank(text, false).contains("yes"));
    }

    #[test]
    fn leaves_unit_tests_out() {
        let code = "fn a() {}\n#[cfg(test)]\nmod tests { fn b() { } }\nfn c() {}\n#[cfg(test)]\nmod more;\nfn d() {}";
        let left = without_tests(code);
        assert!(left.contains("fn a") && left.contains("fn c") && left.contains("fn d"));
        assert!(!left.contains("fn b") && !left.contains("more"));
        assert_eq!(closing("f(a[1], {2})", 1), Some(11));
    }
}
