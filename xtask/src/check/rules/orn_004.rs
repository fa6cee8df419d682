//! ORN-004: a tenant's table is protected, and its keys and indexes lead with the tenant.

use std::collections::BTreeMap;

use super::{Finding, Rule, Tree, pattern};
use crate::check::{modules::Module, sql, tree::line_of};

pub const RULE: Rule = Rule {
    numbers: &["ORN-004"],
    reason: "row-level security is the lock behind the lock, and a schema that leads with the tenant can be spread over machines unchanged",
    mend: "call orion.protect_store_table (or _merchant_, _platform_, _operator_) after creating the table, and put the tenant's column first in \
           every key and index; one that must reach across tenants says why in a comment before it: -- across tenants: …",
    find,
};

const SHARED_TABLES: [&str; 3] = ["tenancy.platforms", "tenancy.merchants", "tenancy.stores"];
/// Excuses the key or index it stands before.
const EXCUSE: &str = "-- across tenants: ";

/// How a table is protected.
#[derive(PartialEq, Eq)]
enum Protection {
    /// By this column, which leads its keys.
    Tenant(String),
    /// It holds the tenants themselves, has a policy of its own, or is for operators only.
    Other,
}

type Protections = BTreeMap<String, Protection>;

fn find(tree: &Tree) -> Vec<Finding> {
    tree.modules().iter().flat_map(of_module).collect()
}

fn of_module(module: &Module<'_>) -> Vec<Finding> {
    let known = protections(module);
    let mut found = Vec::new();
    for file in module.migrations() {
        let text = sql::blank(&file.text, true);
        let mut fault = |position: usize, message: String| {
            let line = line_of(&text, position);
            if !is_excused(&file.text, line) {
                found.push(Finding::error("ORN-004", &file.path, line, message));
            }
        };
        for table in sql::tables(&text) {
            match known.get(&table.name) {
                None => fault(table.position, format!("{} is not protected", table.name)),
                Some(Protection::Tenant(tenant)) => columns(&table, tenant, &known, &mut fault),
                Some(Protection::Other) => {}
            }
        }
        indexes(&text, &known, &mut fault);
    }
    found
}

/// The excuse stands on the line before, or in the comment there.
fn is_excused(text: &str, line: usize) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    let before = lines[..line.saturating_sub(1)].iter().rev().take_while(|line| line.trim_start().starts_with("--"));
    before.into_iter().any(|line| line.trim_start().starts_with(EXCUSE))
}

fn protections(module: &Module<'_>) -> Protections {
    let call = pattern(r"orion\.protect_(store|merchant|platform|operator)_table\(\s*'([\w.]+)'\s*(,)?");
    let own = pattern(r"(?i)alter\s+table\s+([\w.]+)\s+force\s+row\s+level\s+security");
    let mut known = Protections::new();
    for file in module.migrations() {
        let text = sql::blank(&file.text, false);
        for place in call.captures_iter(&text) {
            let is_plain = place.get(3).is_none() && &place[1] != "operator";
            let protection = if is_plain { Protection::Tenant(format!("{}_id", &place[1])) } else { Protection::Other };
            known.insert(place[2].to_lowercase(), protection);
        }
        for place in own.captures_iter(&text) {
            known.insert(place[1].to_lowercase(), Protection::Other);
        }
    }
    known
}

fn columns(table: &sql::Table, tenant: &str, known: &Protections, fault: &mut impl FnMut(usize, String)) {
    let key = pattern(r"(?i)\b(primary key|unique|foreign key)(?: nulls not distinct)?\s*\(\s*(\w+)");
    let inline = pattern(r"(?i)^(\w+) .*?\b(primary key|unique|references ([\w.]+))");
    for (position, part) in &table.parts {
        if let Some(found) = key.captures(part) {
            if &found[2] != tenant {
                fault(
                    *position,
                    format!("{}: the {} does not lead with {tenant}", table.name, found[1].to_lowercase()),
                );
            }
        } else if let Some(found) = inline.captures(part) {
            // What belongs to no tenant has no tenant in its key.
            let to_all = found.get(3).is_some_and(|target| {
                SHARED_TABLES.contains(&target.as_str()) || known.get(target.as_str()) == Some(&Protection::Other)
            });
            if &found[1] != tenant && !to_all {
                fault(*position, format!("{}: {} needs a key with {tenant} in front", table.name, &found[1]));
            }
        }
    }
}

fn indexes(text: &str, known: &Protections, fault: &mut impl FnMut(usize, String)) {
    let index = pattern(
        r"(?i)\bcreate\s+(?:unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?\w*\s*on\s+([\w.]+)\s*(?:using\s+(\w+)\s*)?\(\s*(\w+)",
    );
    for place in index.captures_iter(text) {
        let is_tree = place.get(2).is_none_or(|method| method.as_str().eq_ignore_ascii_case("btree"));
        let Some(Protection::Tenant(tenant)) = known.get(&place[1].to_lowercase()) else { continue };
        if is_tree && place[3] != **tenant {
            let position = place.get(0).map_or(0, |whole| whole.start());
            fault(position, format!("an index of {} does not lead with {tenant}", &place[1]));
        }
    }
}
