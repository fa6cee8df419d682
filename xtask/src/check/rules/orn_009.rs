//! ORN-009: fields are made where their form stands, not before it.

use super::{Finding, Rule, Tree, pattern};
use crate::check::tree::{File, line_of};

pub const RULE: Rule = Rule {
    numbers: &["ORN-009"],
    reason: "a field that is made before its form knows nothing of it: a refused post loses what was entered, and shows the \
             error beside no field",
    mend: "make the field inside of the form, or in a closure: `let email = move || view! { … };`",
    find,
};

const FIELDS: &str = r"<(\w*Field|Select|RadioCards|PillChoice|Checkbox|Switch|TextArea)\b";

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for module in tree.modules() {
        for file in module.shared_sources().filter(|file| !file.is_test()) {
            forms(file, &mut found);
        }
    }
    found
}

fn forms(file: &File, found: &mut Vec<Finding>) {
    let code = file.code();
    let (fields, used) = (pattern(FIELDS), pattern(r"\{(\w+)\}"));
    for form in pattern(r"<(Form|PostForm)\b").captures_iter(code) {
        let start = form.get(0).map_or(0, |whole| whole.start());
        if is_empty(&code[start..]) {
            continue;
        }
        let end = code[start..].find(&format!("</{}>", &form[1])).map_or(start, |length| start + length);
        let before = &code[code[..start].rfind("\nfn ").max(code[..start].rfind("\npub fn ")).unwrap_or(0)..start];
        for name in used.captures_iter(&code[start..end]) {
            let Some(at) = before.rfind(&format!("let {} = ", &name[1])) else { continue };
            let made = statement(&before[at..]);
            let is_closure =
                made.split_once("= ").is_some_and(|(_, value)| value.starts_with("move |") || value.starts_with('|'));
            if let Some(field) = fields.captures(made).filter(|_| !is_closure) {
                let line = line_of(&file.text, start - before.len() + at);
                let message = format!("makes the {} `{}` before its form", &field[1], &name[1]);
                found.push(Finding::error("ORN-009", &file.path, line, message));
            }
        }
    }
}

/// Whether the element that begins here has no content.
fn is_empty(code: &str) -> bool {
    let (mut depth, mut last) = (0_i32, b' ');
    for byte in code.bytes() {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => depth -= 1,
            b'>' if depth == 0 && !matches!(last, b'-' | b'=') => return last == b'/',
            _ => {}
        }
        last = byte;
    }
    true
}

/// Up to the semicolon that ends it.
fn statement(code: &str) -> &str {
    let mut depth = 0_i32;
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => depth -= 1,
            b';' if depth == 0 => return &code[..at],
            _ => {}
        }
    }
    code
}
