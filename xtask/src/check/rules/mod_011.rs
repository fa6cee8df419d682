//! MOD-011: what a module does in the background is registered, under its own name.

use super::{Finding, Rule, Tree, pattern};
use crate::check::{
    modules::Module,
    tree::{File, line_of},
};

pub const RULE: Rule = Rule {
    numbers: &["MOD-011"],
    reason: "a job that is not registered never runs, and one that is registered for another module runs while its own is off",
    mend: "list it in server::register() with the module's own code, and let its name begin with the module's",
    find,
};

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for module in tree.modules() {
        registered(&module, &mut found);
        owned(&module, &mut found);
        named(&module, &mut found);
    }
    found
}

/// Every job and every schedule is listed.
fn registered(module: &Module<'_>, found: &mut Vec<Finding>) {
    let listed = |entry: &str| {
        let entry = pattern(entry);
        module.server_sources().any(|file| entry.is_match(file.code()))
    };
    let job = pattern(r"\bimpl\s+Job\s+for\s+(\w+)");
    let schedule = pattern(r"\bconst\s+(\w+)\s*:\s*Schedule\b");
    for file in module.server_sources() {
        for place in job.captures_iter(file.code()) {
            if !listed(&format!(r"JobRegistration::of::<(?:\w+::)*{}>", &place[1])) {
                found.push(fault(file, place.get(0), format!("{} is not registered, so it never runs", &place[1])));
            }
        }
        // By the file, or by the folder that hands it on.
        let mut names = file.path.trim_end_matches(".rs").rsplit('/');
        let (name, folder) = (names.next().unwrap_or_default(), names.next().unwrap_or_default());
        for place in schedule.captures_iter(file.code()) {
            if !listed(&format!(r"schedules:[^;]*\b({name}|{folder})::{}\b", &place[1])) {
                found.push(fault(file, place.get(0), format!("{} is not registered, so it never runs", &place[1])));
            }
        }
    }
}

/// The module named is this one.
fn owned(module: &Module<'_>, found: &mut Vec<Finding>) {
    let of = pattern(
        r#"JobRegistration::of::<[^>]*>\(\s*"([^"]*)"|EventHandler::on::<[^>]*>\(\s*"[^"]*"\s*,\s*"([^"]*)"|\bSchedule\s*\{[^}]*?\bmodule:\s*"([^"]*)""#,
    );
    for file in module.server_sources() {
        for place in of.captures_iter(file.uncommented()) {
            let named = (1..=3).find_map(|group| place.get(group)).map_or("", |named| named.as_str());
            if named != module.code() {
                found.push(fault(file, place.get(0), format!("is registered for “{named}”")));
            }
        }
    }
}

/// The names of jobs, reactions and schedules are unique because they begin with the module's.
fn named(module: &Module<'_>, found: &mut Vec<Finding>) {
    let name = pattern(
        r#"\bimpl\s+Job\s+for\s+\w+\s*\{[^}]*?const\s+NAME[^=]*=\s*"([^"]*)"|EventHandler::on::<[^>]*>\(\s*"([^"]*)"|\bSchedule\s*\{\s*name:\s*"([^"]*)""#,
    );
    for file in module.server_sources() {
        for place in name.captures_iter(file.uncommented()) {
            let named = (1..=3).find_map(|group| place.get(group)).map_or("", |named| named.as_str());
            if !named.strip_prefix(module.name.as_str()).is_some_and(|rest| rest.starts_with('.')) {
                let message = format!("“{named}” does not begin with “{}.”", module.name);
                found.push(fault(file, place.get(0), message));
            }
        }
    }
}

fn fault(file: &File, place: Option<regex_lite::Match<'_>>, message: String) -> Finding {
    // All views of a file have the same lines.
    let line = place.map_or(0, |place| line_of(&file.text, place.start()));
    Finding::error("MOD-011", &file.path, line, message)
}
