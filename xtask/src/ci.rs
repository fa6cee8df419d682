//! `ci`: everything that must hold before a change is taken, step by step, with the times at the end.

mod steps;

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::{
    disk,
    progress::{bold, green, human, red, yellow},
};
use steps::{STEPS, Step};

enum Outcome {
    Passed,
    Failed(String),
    Skipped(&'static str),
}

/// Runs all steps, or only those asked for. A step that fails does not keep the others from running, unless they need it.
pub fn ci(wanted: &[String]) -> Result<()> {
    if let Some(unknown) = wanted.iter().find(|name| !STEPS.iter().any(|step| step.name == *name)) {
        let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        bail!("There is no step “{unknown}”; there are {}.", known.join(", "));
    }
    disk::make_room()?;
    let started = Instant::now();
    let mut results: Vec<(&Step, Outcome, Duration)> = Vec::new();
    for step in STEPS.iter().filter(|step| wanted.is_empty() || wanted.iter().any(|name| name == step.name)) {
        let broken = step.needs.iter().find(|needed| {
            results.iter().any(|(step, outcome, _)| step.name == **needed && !matches!(outcome, Outcome::Passed))
        });
        if let Some(needed) = broken {
            results.push((step, Outcome::Skipped(needed), Duration::ZERO));
            continue;
        }
        eprintln!("{}", bold(&format!("• {}: {} …", step.name, step.what)));
        let began = Instant::now();
        let outcome = match (step.run)() {
            Ok(()) => Outcome::Passed,
            Err(error) => {
                let sentence = format!("{error:#}");
                eprintln!("{}", red(&sentence));
                Outcome::Failed(sentence)
            }
        };
        results.push((step, outcome, began.elapsed()));
    }
    summarise(&results, started.elapsed())
}

fn summarise(results: &[(&Step, Outcome, Duration)], total: Duration) -> Result<()> {
    eprintln!();
    let mut sound = true;
    for (step, outcome, took) in results {
        let took = human(*took);
        match outcome {
            Outcome::Passed => eprintln!("{} {:<14} {took:>12}", green("✓"), step.name),
            Outcome::Failed(why) => {
                sound = false;
                eprintln!("{} {:<14} {took:>12}  {why}", red("✗"), step.name);
            }
            Outcome::Skipped(needed) => {
                sound = false;
                eprintln!("{} {:<14} {:>12}  needs {needed}", yellow("–"), step.name, "not run");
            }
        }
    }
    eprintln!("  {:<14} {:>12}", "in all", human(total));
    if !sound {
        bail!("Not everything passed.");
    }
    Ok(())
}
