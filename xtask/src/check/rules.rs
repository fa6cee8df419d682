//! The rules, by number. What the compiler, clippy or a test finds by itself is left to them.

mod mod_001;
mod mod_002;
mod mod_004;
mod mod_006;
mod mod_007;
mod mod_008;
mod mod_009;
mod mod_010;
mod mod_011;
mod mod_013;
mod mod_014;
mod mod_016;
mod mod_020;
mod mod_021;
mod mod_022;
mod mod_023;
mod orn_001;
mod orn_002;
mod orn_004;
mod orn_006;
mod orn_007;
mod orn_008;
mod orn_009;

use super::{finding::Finding, tree::Tree};

/// A rule.
pub struct Rule {
    /// Its numbers; fixtures are named after the first.
    pub numbers: &'static [&'static str],
    /// Why it is there.
    pub reason: &'static str,
    /// What to do about a finding.
    pub mend: &'static str,
    /// Where it does not hold.
    pub find: fn(&Tree) -> Vec<Finding>,
}

/// All of them.
pub const RULES: &[Rule] = &[
    mod_001::RULE,
    mod_002::RULE,
    mod_004::RULE,
    mod_006::RULE,
    mod_007::RULE,
    mod_008::RULE,
    mod_009::RULE,
    mod_010::RULE,
    mod_011::RULE,
    mod_013::RULE,
    mod_014::RULE,
    mod_016::RULE,
    mod_020::RULE,
    mod_021::RULE,
    mod_022::RULE,
    mod_023::RULE,
    orn_001::RULE,
    orn_002::RULE,
    orn_004::RULE,
    orn_006::RULE,
    orn_007::RULE,
    orn_008::RULE,
    orn_009::RULE,
];

/// The four frontends' codes.
const FRONTENDS: [&str; 4] = ["platform", "admin", "store", "storefront"];

/// A fixed pattern.
fn pattern(text: &str) -> regex_lite::Regex {
    regex_lite::Regex::new(text).expect("the pattern is fixed")
}
