//! ORN-005: what the program consists of, asked of itself, is what is written down. A change of it is seen in review.

use std::{fmt::Write as _, fs, path::Path};

use orion_kernel::Frontend;

use crate::{endpoints, switches::pages::routes};

const FILE: &str = "tests/program/lists.txt";
/// Set to write the lists down anew.
const UPDATE: &str = "UPDATE_LISTS";

#[test]
fn the_program_consists_of_what_is_written_down() {
    let now = lists();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    if std::env::var_os(UPDATE).is_some() {
        fs::write(&file, &now).expect("written");
        return;
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    let gone = written.lines().filter(|line| !now.lines().any(|other| other == *line)).map(|line| format!("- {line}"));
    let new = now.lines().filter(|line| !written.lines().any(|other| other == *line)).map(|line| format!("+ {line}"));
    let changed: Vec<String> = gone.chain(new).collect();
    assert!(
        changed.is_empty(),
        "{}\nIf that is what was meant: {UPDATE}=1 cargo nextest run -p orion-app the_program_consists_of",
        changed.join("\n")
    );
}

/// One line for each thing, sorted, its sort first.
fn lists() -> String {
    let mut lines = vec![];
    for (path, _) in endpoints() {
        lines.push(format!("server function {path}"));
    }
    for (module, frontend, route) in routes() {
        lines.push(format!("route {} {route} of {module}", frontend.code()));
    }
    for module in orion_app::modules::registry().modules() {
        lines.extend(module.permissions.iter().map(|permission| format!("permission {}", permission.id.0)));
        lines.extend(module.features.iter().map(|feature| format!("feature {} of {}", feature.code, module.code)));
        for frontend in Frontend::ALL {
            let items = module.menu.iter().filter(|item| item.frontend == frontend);
            lines.extend(items.map(|item| format!("menu entry {} {} of {}", frontend.code(), item.path, module.code)));
        }
    }
    for module in orion_app::modules::servers() {
        lines.extend(module.jobs.iter().map(|job| format!("job {} in {}", job.name, job.queue.code())));
        lines.extend(module.handlers.iter().map(|handler| format!("reaction {} to {}", handler.name, handler.event)));
        lines
            .extend(module.schedules.iter().map(|schedule| format!("schedule {} at {}", schedule.name, schedule.cron)));
        lines.extend(module.context.iter().map(|provider| format!("context {}", provider.key)));
        for field in module.settings.iter().flat_map(|schema| &schema.fields) {
            lines.push(format!("setting {}.{}", module.code, field.key));
        }
    }
    lines.sort();
    lines.iter().fold(String::new(), |mut text, line| {
        let _ = writeln!(text, "{line}");
        text
    })
}
