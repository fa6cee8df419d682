//! The steps, in the order in which they find faults soonest.

use std::{
    env,
    process::{Command, Stdio},
};

use anyhow::{Result, ensure};

use crate::{browser, check, port, program, progress::Progress, workspace};

/// One step.
pub struct Step {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it does, in words.
    pub what: &'static str,
    /// Steps without which it makes no sense.
    pub needs: &'static [&'static str],
    /// Does it.
    pub run: fn() -> Result<()>,
}

/// All of them.
pub const STEPS: &[Step] = &[
    Step { name: "format", what: "is the code formatted", needs: &[], run: format },
    Step { name: "check", what: "do the architecture's rules hold", needs: &[], run: check::check },
    Step { name: "clippy", what: "lints, on the server", needs: &[], run: clippy },
    Step { name: "clippy-wasm", what: "lints, in the browser", needs: &[], run: clippy_wasm },
    Step { name: "tests", what: "the Rust tests", needs: &[], run: tests },
    Step { name: "browser", what: "the browser part", needs: &[], run: browser_part },
    Step { name: "server", what: "the server", needs: &[], run: server },
    Step { name: "journeys", what: "journeys in a browser", needs: &["browser", "server"], run: journeys },
];

fn format() -> Result<()> {
    passes(
        &mut workspace::cargo(&["fmt", "--all", "--check", "--", "--files-with-diff"]),
        "These files are not formatted; cargo fmt --all does it.",
    )
}

/// The crates of the server and its tests, and those of the tools: apart, because the tools ask for more of the libraries
/// that both use, and the server would be built once with it for its tests, and once without to run.
const SELECTIONS: [&[&str]; 2] = [
    &[
        "--workspace",
        "--exclude=orion-frontend",
        "--exclude=orion-i18n-build",
        "--exclude=orion-measure",
        "--exclude=orion-xtask",
    ],
    &["--package=orion-i18n-build", "--package=orion-measure", "--package=orion-xtask"],
];

fn clippy() -> Result<()> {
    for selection in SELECTIONS {
        let mut command = workspace::cargo(&["clippy", "--quiet", "--locked", "--all-targets"]);
        command.args(selection).args(["--", "--deny=warnings"]);
        passes(&mut command, "Clippy finds faults on the server.")?;
    }
    Ok(())
}

fn clippy_wasm() -> Result<()> {
    let target = "--target=wasm32-unknown-unknown";
    let arguments = ["clippy", "--quiet", "--locked", "--package=orion-frontend", target, "--", "--deny=warnings"];
    passes(&mut workspace::cargo(&arguments), "Clippy finds faults in the browser.")
}

fn tests() -> Result<()> {
    for selection in SELECTIONS {
        let mut command = workspace::cargo(&["nextest", "run", "--locked", "--no-fail-fast", "--show-progress=none"]);
        command.args(selection);
        passes(alone(&mut command), "Tests fail.")?;
    }
    Ok(())
}

fn browser_part() -> Result<()> {
    browser::build(false, &Progress::new()).map(drop)
}

fn server() -> Result<()> {
    program::server(false).map(drop)
}

fn journeys() -> Result<()> {
    let folder = workspace::root().join("end2end");
    let mut command = Command::new(folder.join("node_modules/.bin/playwright"));
    command.arg("test").current_dir(&folder);
    alone(&mut command)
        .env("ORION_BINARY", program::path(false)?)
        .env("ORION_SITE_DIR", workspace::target_directory()?.join("site"))
        .env("ORION_PORT", port::free()?.to_string())
        .env("ORION_DATA_DIR", env::temp_dir().join("journeys"));
    passes(&mut command, "Journeys fail.")
}

/// Nobody's own settings, database or mail server take part in a test.
fn alone(command: &mut Command) -> &mut Command {
    let foreign = |name: &str| {
        name.starts_with("ORION_") && name != "ORION_TEST_RUN"
            || name.starts_with("S3_")
            || ["DATABASE_URL", "SMTP_URL", "PORT"].contains(&name)
    };
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(foreign) {
            command.env_remove(name);
        }
    }
    command
}

fn passes(command: &mut Command, otherwise: &str) -> Result<()> {
    ensure!(command.stdin(Stdio::null()).status()?.success(), "{otherwise}");
    Ok(())
}
