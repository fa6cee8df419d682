//! Says what is being done and how long it took.

use std::{
    env,
    io::{IsTerminal, stderr, stdout},
    time::{Duration, Instant},
};

use anyhow::Result;

/// Steps on the terminal.
pub struct Progress {
    started: Instant,
}

impl Progress {
    /// Starts the clock.
    pub fn new() -> Self {
        Self { started: Instant::now() }
    }

    /// Runs a step under its title.
    pub fn step<T>(&self, title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        say(title);
        let started = Instant::now();
        let result = work();
        let took = started.elapsed();
        if result.is_ok() && took > Duration::from_secs(2) {
            eprintln!("  {title}: {}", human(took));
        }
        result
    }

    /// The time since the start, for people.
    pub fn total(&self) -> String {
        human(self.started.elapsed())
    }
}

/// Announces a step.
pub fn say(title: &str) {
    eprintln!("{}", bold(&format!("• {title} …")));
}

/// A span of time, for people.
pub fn human(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f32())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

/// Bold, on a terminal.
pub fn bold(text: &str) -> String {
    styled("1", text)
}

/// Red, on a terminal.
pub fn red(text: &str) -> String {
    styled("31", text)
}

/// Green, on a terminal.
pub fn green(text: &str) -> String {
    styled("32", text)
}

/// Yellow, on a terminal.
pub fn yellow(text: &str) -> String {
    styled("33", text)
}

fn styled(code: &str, text: &str) -> String {
    let on_terminal = stderr().is_terminal() && stdout().is_terminal();
    if on_terminal && env::var_os("NO_COLOR").is_none() {
        format!("\x1b[{code}m{text}\x1b[0m")
    } else {
        text.to_owned()
    }
}
