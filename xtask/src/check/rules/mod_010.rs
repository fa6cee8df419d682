//! MOD-010: every page is reachable, and every route has its path in `paths.rs`.

use super::{Finding, Rule, Tree, pattern};
use crate::check::{modules::Module, rust, tree::line_of};

pub const RULE: Rule = Rule {
    numbers: &["MOD-010"],
    reason: "a page without a route is dead, and a path that is spelled out in links breaks when the route changes",
    mend: "show the page in the module's lazy function, and add its path to src/paths.rs for links to use",
    find,
};

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let contracts = tree.below("modules/contracts/src").filter(|file| file.is("rs"));
    let shared: Vec<Vec<String>> = contracts.flat_map(|file| known_paths(file.uncommented())).collect();
    for module in tree.modules() {
        pages(&module, &mut found);
        paths(&module, &shared, &mut found);
    }
    found
}

/// Each page file has a component that another file of the module shows.
fn pages(module: &Module<'_>, found: &mut Vec<Finding>) {
    let component = pattern(r"#\[component[^\]]*\]\s*(?:#\[[^\]]*\]\s*)*(?:pub(?:\([^)]*\))?\s+)?fn\s+(\w+)");
    for page in module.below("src/pages").filter(|file| file.is("rs")) {
        let names: Vec<String> = component.captures_iter(page.code()).map(|name| name[1].to_owned()).collect();
        let shown = names.iter().any(|name| {
            let show = pattern(&format!(r"(<|::|\b){name}\s*(/>|>|\s\w|\(|$)"));
            module.shared_sources().any(|file| {
                file.path != page.path && file.code().lines().any(|line| !line.contains("use ") && show.is_match(line))
            })
        });
        if !names.is_empty() && !shown {
            found.push(Finding::error("MOD-010", &page.path, 0, format!("no route leads to {}", names.join(", "))));
        }
    }
}

fn paths(module: &Module<'_>, shared: &[Vec<String>], found: &mut Vec<Finding>) {
    let route = pattern(r#"\bpath!\(\s*"([^"]*)"\s*\)"#);
    let known: Vec<Vec<String>> = module.get("src/paths.rs").map(|file| known_paths(&file.text)).unwrap_or_default();
    let is_known = |route: &[String]| route.is_empty() || known.iter().chain(shared).any(|path| same(path, route));
    for file in module.shared_sources().filter(|file| !file.path.contains("/pages/")) {
        for place in route.captures_iter(file.uncommented()) {
            if !is_known(&segments(&place[1])) {
                let line = place.get(0).map_or(0, |whole| line_of(file.uncommented(), whole.start()));
                found.push(Finding::error(
                    "MOD-010",
                    &file.path,
                    line,
                    format!("“/{}” is not in src/paths.rs", &place[1]),
                ));
            }
        }
    }
}

/// The paths that `paths.rs` spells out; what it builds on a constant of its own counts with the constant's value.
fn known_paths(text: &str) -> Vec<Vec<String>> {
    let constants: Vec<(String, String)> = pattern(r#"const\s+(\w+)\s*:\s*&(?:'static\s+)?str\s*=\s*"([^"]*)""#)
        .captures_iter(text)
        .map(|constant| (format!("{{{}}}", &constant[1]), constant[2].to_owned()))
        .collect();
    rust::strings(text)
        .into_iter()
        .map(|(_, literal)| constants.iter().fold(literal.to_owned(), |path, (name, value)| path.replace(name, value)))
        .filter(|path| path.starts_with(['/', '{']))
        .map(|path| segments(path.split(['?', '#']).next().unwrap_or_default()))
        .collect()
}

fn segments(path: &str) -> Vec<String> {
    path.split('/').filter(|segment| !segment.is_empty()).map(str::to_owned).collect()
}

/// `orders/:number` and `/orders/{number}` are the same; a wildcard stands for any rest. A path of contracts that ours
/// begins with, `{}/return`, is known there.
fn same(path: &[String], route: &[String]) -> bool {
    let is_value = |segment: &str| segment.starts_with([':', '{']);
    if let Some(wildcard) = route.iter().position(|segment| segment.starts_with('*')) {
        return path.len() > wildcard && same(&path[..wildcard], &route[..wildcard]);
    }
    if let [first, rest @ ..] = path
        && first.starts_with('{')
    {
        return route.ends_with(rest) && !rest.is_empty();
    }
    let route: Vec<&String> =
        route.iter().filter(|segment| !segment.ends_with('?') || route.len() <= path.len()).collect();
    path.len() == route.len()
        && path.iter().zip(route).all(|(one, other)| one == other || is_value(one) && is_value(other))
}
