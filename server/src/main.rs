//! The binary: one program that serves, works, migrates, seeds and answers questions.

mod commands;
mod demo;
mod platforms;
mod serve;
mod start;
mod work;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "orion", version, about = "A commerce platform in one binary")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves all four frontends; brings the database up to date first, and works off jobs unless told not to.
    Serve {
        /// Leave the jobs to `orion worker`.
        #[arg(long)]
        no_worker: bool,
        /// Fill an empty database with the demo.
        #[arg(long)]
        demo: bool,
    },
    /// Works off jobs only.
    Worker,
    /// Brings the database up to date.
    Migrate,
    /// Fills an empty database with the demo.
    Seed,
    /// Shows platforms and makes them.
    Platform {
        #[command(subcommand)]
        action: PlatformAction,
    },
    /// Shows and switches the modules of a platform.
    Module {
        #[command(subcommand)]
        action: ModuleAction,
    },
    /// Imports a catalogue file into a store.
    Import {
        /// A product CSV as Shopify exports it.
        file: PathBuf,
        /// The store's code.
        #[arg(long)]
        store: String,
    },
}

#[derive(Subcommand)]
enum PlatformAction {
    /// All platforms, and the recipes that come with the program.
    List,
    /// Makes a platform; it answers at its host at once.
    Create {
        /// Its code, unique in the installation.
        #[arg(long)]
        code: String,
        /// The host of its own pages; only the first platform has none.
        #[arg(long, default_value = "")]
        host: String,
        /// The name people read.
        #[arg(long)]
        name: String,
        /// What it starts with: a file, or the name of a recipe that comes with the program.
        #[arg(long)]
        recipe: Option<PathBuf>,
        /// Email of its first administrator; somebody without an account is invited.
        #[arg(long, default_value = "")]
        administrator: String,
    },
}

#[derive(Subcommand)]
enum ModuleAction {
    /// All modules, and which are on.
    List {
        /// The platform's code; needed when there are several.
        #[arg(long)]
        platform: Option<String>,
    },
    /// Switches a module on, with everything it requires.
    Enable {
        /// The module's code.
        module: String,
        /// The platform's code; needed when there are several.
        #[arg(long)]
        platform: Option<String>,
    },
    /// Switches a module off, with everything that requires it.
    Disable {
        /// The module's code.
        module: String,
        /// The platform's code; needed when there are several.
        #[arg(long)]
        platform: Option<String>,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse().command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", sentence(&error));
            ExitCode::FAILURE
        }
    }
}

/// What went wrong, with the causes that it does not name itself; the log has the rest.
fn sentence(error: &anyhow::Error) -> String {
    let mut said = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        if !said.contains(&cause) {
            said = format!("{said}: {cause}");
        }
    }
    said
}

async fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve { no_worker, demo } => serve::serve(!no_worker, demo).await,
        Command::Worker => work::work().await,
        Command::Migrate => start::with_process(|_| Box::pin(async { Ok(()) })).await,
        Command::Seed => start::with_process(|process| Box::pin(demo::seed(process))).await,
        Command::Platform { action } => platforms::platform(action).await,
        Command::Module { action } => commands::module(action).await,
        Command::Import { file, store } => commands::import(file, store).await,
    }
}

#[cfg(test)]
mod tests {
    use anyhow::{Context as _, anyhow};

    #[test]
    fn a_cause_is_named_once() {
        let cause = || std::io::Error::other("refused");
        let named = anyhow::Error::from(cause()).context("Nobody answers: refused. Start it.");
        assert_eq!(super::sentence(&named), "Nobody answers: refused. Start it.");
        let unnamed = Err::<(), _>(cause()).context("mail is set up wrongly").expect_err("an error");
        assert_eq!(super::sentence(&unnamed), "mail is set up wrongly: refused");
        assert_eq!(super::sentence(&anyhow!("There is no store.")), "There is no store.");
    }
}
