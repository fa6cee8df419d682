//! MOD-006, 012: every text is there in every language, and is used.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Finding, Rule, Tree, pattern};
use crate::check::{
    rust::closing,
    tree::{File, line_of},
};

pub const RULE: Rule = Rule {
    numbers: &["MOD-006", "MOD-012"],
    reason: "a text that is missing in one language shows up as English in the middle of a page; one that nobody uses is translated for nothing",
    mend: "write the text in all four languages with the same {{ values }}, or remove it from all four",
    find,
};

const LANGUAGES: [&str; 4] = ["en", "de", "fr", "lb"];
/// What plural forms add to a key.
const FORMS: [&str; 6] = ["_zero", "_one", "_two", "_few", "_many", "_other"];

/// Texts by key, such as `orders.title`.
type Texts = BTreeMap<String, String>;

fn find(tree: &Tree) -> Vec<Finding> {
    let folders: BTreeSet<&str> =
        tree.files().filter_map(|file| file.path.split_once("/locales/").map(|(folder, _)| folder)).collect();
    folders.into_iter().flat_map(|folder| of_crate(tree, folder)).collect()
}

fn of_crate(tree: &Tree, folder: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut languages: Vec<(&File, Texts)> = Vec::new();
    for language in LANGUAGES {
        let path = format!("{folder}/locales/{language}.json");
        let Some(file) = tree.get(&path) else {
            found.push(Finding::error("MOD-012", path, 0, "is missing"));
            continue;
        };
        match serde_json::from_str::<Value>(&file.text) {
            Ok(value) => {
                let mut texts = Texts::new();
                flatten("", &value, &mut texts);
                languages.push((file, texts));
            }
            Err(error) => found.push(Finding::error("MOD-012", path, error.line(), "cannot be read as JSON")),
        }
    }
    compare(&languages, &mut found);
    usage(tree, folder, &languages, &mut found);
    found
}

fn flatten(prefix: &str, value: &Value, texts: &mut Texts) {
    match value {
        Value::Object(entries) => {
            for (name, value) in entries {
                let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
                flatten(&key, value, texts);
            }
        }
        Value::String(text) => _ = texts.insert(prefix.to_owned(), text.clone()),
        other => _ = texts.insert(prefix.to_owned(), other.to_string()),
    }
}

fn compare(languages: &[(&File, Texts)], found: &mut Vec<Finding>) {
    let Some((first, reference)) = languages.first() else { return };
    for (file, texts) in languages {
        for (key, text) in texts {
            if text.trim().is_empty() {
                found.push(Finding::error("MOD-012", &file.path, line(file, key), format!("“{key}” is empty")));
            }
            match reference.get(key) {
                None if !is_form(key) => {
                    let message = format!("“{key}” is not in {}", first.path);
                    found.push(Finding::error("MOD-012", &file.path, line(file, key), message));
                }
                Some(original) if values(original) != values(text) => {
                    let message = format!("“{key}” has other {{{{ values }}}} than {}", first.path);
                    found.push(Finding::error("MOD-012", &file.path, line(file, key), message));
                }
                _ => {}
            }
        }
        for key in reference.keys().filter(|key| !texts.contains_key(*key) && !is_form(key)) {
            found.push(Finding::error("MOD-012", &file.path, 0, format!("lacks “{key}”")));
        }
    }
}

/// Languages have different plural forms, so these keys may differ.
fn is_form(key: &str) -> bool {
    FORMS.iter().any(|form| key.ends_with(form) && *form != "_other")
}

fn values(text: &str) -> BTreeSet<String> {
    pattern(r"\{\{\s*(\w+)").captures_iter(text).map(|found| found[1].to_owned()).collect()
}

fn usage(tree: &Tree, folder: &str, languages: &[(&File, Texts)], found: &mut Vec<Finding>) {
    let Some((first, reference)) = languages.first() else { return };
    let keys: BTreeMap<String, &str> = reference.keys().map(|key| (base(key, reference), key.as_str())).collect();
    let sources: Vec<&File> = tree.below(&format!("{folder}/src")).filter(|file| file.is("rs")).collect();
    let (exact, loose) = used(&sources);
    for (key, (path, line)) in &exact {
        if !keys.contains_key(key) {
            found.push(Finding::error("MOD-006", path, *line, format!("the text “{key}” does not exist")));
        }
    }
    let inside = |texts: &Texts| texts.values().flat_map(|text| references(text)).collect::<BTreeSet<_>>();
    let by_texts = inside(reference);
    for (key, original) in keys {
        if !exact.contains_key(&key) && !loose.contains(&key) && !by_texts.contains(&key) {
            found.push(Finding::error("MOD-006", &first.path, line(first, original), format!("nobody uses “{key}”")));
        }
    }
}

/// A plural's forms are one key.
fn base(key: &str, texts: &Texts) -> String {
    let form = FORMS.iter().find_map(|form| key.strip_suffix(form));
    match form {
        Some(base) if texts.contains_key(&format!("{base}_other")) => {
            base.strip_suffix("_ordinal").unwrap_or(base).to_owned()
        }
        _ => key.to_owned(),
    }
}

/// Keys that a text takes over: `$t(other.key)`.
fn references(text: &str) -> Vec<String> {
    pattern(r"\$t\(\s*([\w.]+)").captures_iter(text).map(|found| found[1].to_owned()).collect()
}

type Uses = BTreeMap<String, (String, usize)>;

/// The keys asked for by `td_string!` and its like, and the dotted names handed to macros that ask for them.
fn used(sources: &[&File]) -> (Uses, BTreeSet<String>) {
    let direct = pattern(r"\btd_(?:string|display)!\s*\(");
    let key = pattern(r"^[\s\S]*?,\s*(\w+(?:\s*\.\s*\w+)*)\s*(?:,|$)");
    let (mut exact, mut loose) = (Uses::new(), BTreeSet::new());
    for file in sources {
        let code = file.uncommented();
        for start in direct.find_iter(code) {
            let Some(end) = closing(code, start.end() - 1) else { continue };
            let arguments = &code[start.end()..end];
            if let Some(key) = key.captures(&after_locale(arguments)) {
                let key: String = key[1].split_whitespace().collect();
                exact.entry(key).or_insert_with(|| (file.path.clone(), line_of(code, start.start())));
            }
        }
    }
    for name in wrappers(sources) {
        let call = pattern(&format!(r"\b{name}!\s*[\(\[{{]"));
        for code in sources.iter().map(|file| file.uncommented()) {
            for start in call.find_iter(code) {
                let end = closing(code, start.end() - 1).unwrap_or(code.len());
                let names = pattern(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*");
                loose.extend(names.find_iter(&code[start.end()..end]).map(|name| name.as_str().to_owned()));
            }
        }
    }
    (exact, loose)
}

/// The arguments with the locale's own brackets and commas taken out of the way.
fn after_locale(arguments: &str) -> String {
    let mut depth = 0_i32;
    let start = arguments.bytes().position(|byte| {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            _ => {}
        }
        byte == b',' && depth == 0
    });
    start.map_or_else(String::new, |start| arguments[start..].to_owned())
}

/// Macros of the crate that ask for texts on behalf of others.
fn wrappers(sources: &[&File]) -> BTreeSet<String> {
    let definition = pattern(r"macro_rules!\s*(\w+)\s*\{");
    let mut names = BTreeSet::new();
    for code in sources.iter().map(|file| file.uncommented()) {
        for found in definition.captures_iter(code) {
            let Some((whole, name)) = found.get(0).zip(found.get(1)) else { continue };
            let end = closing(code, whole.end() - 1).unwrap_or(code.len());
            if code[whole.end()..end].contains("td_") {
                names.insert(name.as_str().to_owned());
            }
        }
    }
    names
}

/// Where a key stands: each of its names after the one before.
fn line(file: &File, key: &str) -> usize {
    let mut at = 0;
    for name in key.split('.') {
        match file.text[at..].find(&format!("\"{name}\"")) {
            Some(offset) => at += offset,
            None => return 0,
        }
    }
    line_of(&file.text, at)
}
