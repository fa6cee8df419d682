//! ORN-007: markup patterns, colours and sizes come from the design system.

use super::{Finding, Rule, Tree, pattern};
use crate::check::{
    rust,
    tree::{File, line_of},
};

pub const RULE: Rule = Rule {
    numbers: &["ORN-007"],
    reason: "one table, one form, one palette: a change of the design system reaches every page, in both colour schemes",
    mend: "use orion_ui's components, and its tokens (var(--…)) in stylesheets",
    find,
};

/// A line is as thin as it can be, whatever the scale.
const HAIRLINE: &str = "1px";

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for module in tree.modules() {
        for file in module.shared_sources().filter(|file| !file.is_test()) {
            markup(file, &mut found);
        }
        for file in module.below("style") {
            style(file, &mut found);
        }
    }
    found
}

fn markup(file: &File, found: &mut Vec<Finding>) {
    let mut at = |position: usize, message: String| {
        found.push(Finding::error("ORN-007", &file.path, line_of(&file.text, position), message));
    };
    for place in pattern(r"<(table|form|dialog)\b").captures_iter(file.code()) {
        at(place.get(0).map_or(0, |whole| whole.start()), format!("writes {}> itself", &place[0]));
    }
    for place in pattern(r"\sstyle(:[\w-]+)?=").find_iter(file.code()) {
        at(place.start(), "styles an element in place".to_owned());
    }
    let raw = pattern(r"(^|[\s:(])(#[0-9a-fA-F]{6}|\d+px)\b");
    for (start, text) in rust::strings(&file.text) {
        if let Some(place) =
            raw.captures(text).filter(|_| file.code().as_bytes().get(start.saturating_sub(1)) == Some(&b'"'))
        {
            at(start, format!("{} is a colour or size of its own", &place[2]));
        }
    }
}

fn style(file: &File, found: &mut Vec<Finding>) {
    let comments = pattern(r"/\*[\s\S]*?\*/");
    let text = comments.replace_all(&file.text, |comment: &regex_lite::Captures<'_>| {
        comment[0].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect::<String>()
    });
    let raw = pattern(r"(#[0-9a-fA-F]{3,8}\b|\b\d*\.?\d+px\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\()");
    for line in text.lines().enumerate() {
        let (number, line) = line;
        // Before the brace stand selectors, and an id may look like a colour.
        let declaration = line.rsplit('{').next().unwrap_or(line);
        let own = raw.find_iter(declaration).find(|place| place.as_str() != HAIRLINE);
        if let Some(place) = own.filter(|_| declaration.contains(':') || line.contains('@')) {
            let message = format!("{} is a colour or size of its own", place.as_str().trim_end_matches('('));
            found.push(Finding::error("ORN-007", &file.path, number + 1, message));
        }
    }
}
