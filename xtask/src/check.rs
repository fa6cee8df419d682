//! `check`: the architecture's rules, each in a file of its own below `rules/`.

mod baseline;
mod crates;
mod finding;
mod modules;
mod rules;
mod rust;
mod sql;
#[cfg(test)]
mod tests;
mod tree;

use anyhow::{Result, bail};

use crate::{
    progress::{bold, red, yellow},
    workspace,
};
use baseline::Baseline;
use finding::{Finding, Severity};
use rules::{RULES, Rule};
use tree::Tree;

/// Checks the workspace. Errors fail it; warnings and what the baseline knows do not.
pub fn check() -> Result<()> {
    let tree = Tree::load(workspace::root())?;
    let mut baseline = Baseline::read(workspace::root())?;
    let (mut errors, mut warnings) = (0, 0);
    for rule in RULES {
        let found: Vec<Finding> = (rule.find)(&tree).into_iter().filter(|finding| !baseline.knows(finding)).collect();
        errors += found.iter().filter(|finding| finding.severity == Severity::Error).count();
        warnings += found.iter().filter(|finding| finding.severity == Severity::Warning).count();
        report(rule, &found);
    }
    for fault in baseline.faults() {
        errors += 1;
        println!("{} {fault}", red("error"));
    }
    let rules: usize = RULES.iter().map(|rule| rule.numbers.len()).sum();
    match (errors, warnings) {
        (0, 0) => println!("{rules} rules hold."),
        (0, _) => println!("{rules} rules hold; {warnings} warnings."),
        _ => bail!("{errors} errors and {warnings} warnings against the architecture's rules."),
    }
    Ok(())
}

/// What the rules find below a folder of another checkout.
#[cfg(test)]
pub fn findings_below(root: &std::path::Path, folder: &str) -> Vec<String> {
    let tree = Tree::load(root).expect("the checkout can be read");
    let all = RULES.iter().flat_map(|rule| (rule.find)(&tree));
    all.filter(|finding| finding.path.starts_with(folder))
        .map(|finding| format!("{} {}", finding.place(), finding.message))
        .collect()
}

fn report(rule: &Rule, found: &[Finding]) {
    if found.is_empty() {
        return;
    }
    for finding in found {
        let severity = match finding.severity {
            Severity::Error => red("error"),
            Severity::Warning => yellow("warning"),
        };
        println!("{severity} {} {}: {}", bold(finding.number), finding.place(), finding.message);
    }
    println!("    why:  {}\n    mend: {}\n", rule.reason, rule.mend);
}
