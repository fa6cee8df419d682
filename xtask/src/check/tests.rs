//! Each rule finds what its fixture does wrong, there and nowhere else.

use std::{collections::BTreeSet, fs, path::Path};

use super::{rules::RULES, tree::Tree};

/// A fixture is a small checkout below `fixtures/<number>/`; its file `expected` names the places, one a line.
#[test]
fn every_rule_finds_its_fixtures_faults() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut failures = Vec::new();
    for rule in RULES {
        let root = fixtures.join(rule.numbers[0].to_lowercase());
        let Ok(expected) = fs::read_to_string(root.join("expected")) else {
            failures.push(format!("{} has no fixture in {}", rule.numbers[0], root.display()));
            continue;
        };
        let expected: BTreeSet<String> = expected.lines().map(str::to_owned).collect();
        let tree = Tree::load(&root).expect("a fixture can be read");
        let found: BTreeSet<String> =
            (rule.find)(&tree).iter().map(|finding| format!("{} {}", finding.number, finding.place())).collect();
        if found != expected {
            failures.push(format!("{}\n  expected {expected:#?}\n  found {found:#?}", rule.numbers[0]));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn numbers_are_unique_and_rules_explain_themselves() {
    let mut seen = BTreeSet::new();
    for rule in RULES {
        assert!(!rule.reason.is_empty() && !rule.mend.is_empty(), "{}", rule.numbers[0]);
        assert!(rule.numbers.iter().all(|number| seen.insert(number)), "{} twice", rule.numbers[0]);
    }
}
