//! MOD-014, 015: migrations are numbered without gaps, named after what they do, registered, and stay in their schema.

use super::{Finding, Rule, Tree, pattern};
use crate::check::{
    modules::Module,
    sql,
    tree::{File, line_of},
};

pub const RULE: Rule = Rule {
    numbers: &["MOD-014", "MOD-015"],
    reason: "migrations run in the order of their numbers, and a module whose tables others change cannot be taken out",
    mend: "name the file NNNN_verb_object.sql with the next number, list it in server::register(), and touch the module's own schema only",
    find,
};

/// What foreign keys of every module may point at.
const SHARED_TABLES: [&str; 3] = ["tenancy.platforms", "tenancy.merchants", "tenancy.stores"];

fn find(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    let modules = tree.modules();
    let schemas: Vec<&str> = modules.iter().map(|module| module.name.as_str()).collect();
    for module in &modules {
        let files: Vec<&File> = module.below("migrations").collect();
        names(&files, &mut found);
        registered(module, &files, &mut found);
        for file in files.iter().filter(|file| file.is("sql")) {
            own_schema(file, &module.name, &schemas, &mut found);
        }
    }
    let framework: Vec<&File> = tree.below("migrations").collect();
    names(&framework, &mut found);
    for file in framework.iter().filter(|file| file.is("sql")) {
        own_schema(file, "orion", &schemas, &mut found);
    }
    found
}

fn names(files: &[&File], found: &mut Vec<Finding>) {
    let shape = pattern(r"/(\d{4})_[a-z0-9]+(?:_[a-z0-9]+)+\.sql$");
    let mut expected = 1;
    for file in files {
        match shape.captures(&file.path).and_then(|name| name[1].parse::<u32>().ok()) {
            None => found.push(Finding::error("MOD-014", &file.path, 0, "is not named NNNN_verb_object.sql")),
            Some(number) => {
                if number != expected {
                    found.push(Finding::error(
                        "MOD-014",
                        &file.path,
                        0,
                        format!("should have the number {expected:04}"),
                    ));
                }
                expected = number + 1;
            }
        }
    }
}

fn registered(module: &Module<'_>, files: &[&File], found: &mut Vec<Finding>) {
    let entry = pattern(
        r#"version:\s*(\d+)\s*,\s*name:\s*"([^"]*)"\s*,\s*sql:\s*include_str!\(\s*"[^"]*/(\d{4})_([^"]*)\.sql""#,
    );
    let mut listed = Vec::new();
    for source in module.server_sources() {
        for place in entry.captures_iter(source.uncommented()) {
            let agrees = place[1].parse::<u32>().ok() == place[3].parse().ok() && place[2] == place[4];
            if !agrees {
                let line = place.get(0).map_or(0, |whole| line_of(source.uncommented(), whole.start()));
                let message = format!("registers {}_{}.sql under another number or name", &place[3], &place[4]);
                found.push(Finding::error("MOD-014", &source.path, line, message));
            }
            listed.push(format!("{}_{}.sql", &place[3], &place[4]));
        }
    }
    for file in files.iter().filter(|file| file.is("sql")) {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        if !listed.iter().any(|listed| listed == name) {
            found.push(Finding::error("MOD-014", &file.path, 0, "is not registered, so it never runs"));
        }
    }
}

fn own_schema(file: &File, own: &str, schemas: &[&str], found: &mut Vec<Finding>) {
    let text = sql::blank(&file.text, true);
    for place in pattern(r"\b([a-z_]\w*)\.([a-z_]\w*)").captures_iter(&text) {
        let foreign = place[1] != *own && schemas.contains(&&place[1]) && !SHARED_TABLES.contains(&&place[0]);
        if foreign {
            let line = place.get(0).map_or(0, |whole| line_of(&text, whole.start()));
            found.push(Finding::error("MOD-015", &file.path, line, format!("names {}", &place[0])));
        }
    }
    for table in sql::tables(&text) {
        if !table.name.starts_with(&format!("{own}.")) {
            let message = format!("makes {} outside of the schema “{own}”", table.name);
            found.push(Finding::error("MOD-015", &file.path, line_of(&text, table.position), message));
        }
    }
}
