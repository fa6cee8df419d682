//! The project's own commands: build, run, check, test, measure.

mod browser;
mod check;
mod ci;
mod data_folder;
mod dev;
mod disk;
mod doctor;
mod measure;
mod new_module;
mod port;
mod program;
mod progress;
mod up;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "xtask", about = "The project's own commands")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds and starts Orion with its demo.
    Up(up::Options),
    /// Builds, starts, and does so again on every change.
    Dev(dev::Options),
    /// Everything CI runs.
    Ci {
        /// Only these steps.
        steps: Vec<String>,
    },
    /// Checks the architecture's rules.
    Check,
    /// Writes the beginning of a module.
    NewModule {
        /// Its code: lower case, words joined by "-".
        name: String,
    },
    /// Shows what is in the way of starting.
    Doctor,
    /// Weighs the pages: files and bytes.
    Weigh,
    /// Puts load on the release build.
    Bench {
        /// How long each page is asked for.
        #[arg(long, default_value_t = 10)]
        seconds: u64,
        /// How many shoppers ask at once.
        #[arg(long, default_value_t = 32)]
        shoppers: usize,
        /// Instead: what grows with the number of stores.
        #[arg(long)]
        tenants: bool,
        /// Instead: what others notice of many who sign in.
        #[arg(long)]
        sign_in: bool,
        /// Instead: what row-level security costs.
        #[arg(long)]
        row_security: bool,
        /// Instead: whether the time of an answer tells who has an account.
        #[arg(long)]
        same_time: bool,
    },
    /// Builds the browser's files.
    Browser {
        /// Optimised and compressed.
        #[arg(long)]
        release: bool,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", progress::red(&format!("{error:#}")));
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Up(options) => up::up(&options),
        Command::Dev(options) => dev::dev(&options),
        Command::Ci { steps } => ci::ci(&steps),
        Command::Check => check::check(),
        Command::NewModule { name } => new_module::new_module(&name),
        Command::Doctor => {
            doctor::doctor();
            Ok(())
        }
        Command::Weigh => measure::run(&["weigh"]),
        Command::Bench { seconds, shoppers, tenants, sign_in, row_security, same_time } => {
            let (seconds, shoppers) = (seconds.to_string(), shoppers.to_string());
            let flags = [
                ("--tenants", tenants),
                ("--sign-in", sign_in),
                ("--row-security", row_security),
                ("--same-time", same_time),
            ];
            let chosen = flags.into_iter().filter(|(_, is_chosen)| *is_chosen).map(|(flag, _)| flag);
            let arguments: Vec<&str> =
                ["bench", "--seconds", &seconds, "--shoppers", &shoppers].into_iter().chain(chosen).collect();
            measure::run(&arguments)
        }
        Command::Browser { release } => browser::build(release, &progress::Progress::new()).map(drop),
    }
}
