//! Measures the release build from outside, over HTTP, on a fresh demo: the weight of pages, and load.

mod bench;
mod database;
mod html;
mod process;
mod server;
mod shopper;
mod table;
mod weigh;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "measure", about = "Measures a built server")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Files and bytes of the pages of each frontend.
    Weigh,
    /// Requests a second, and how long they take.
    Bench(bench::Options),
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse().command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Lines of the server's log that are shown when measuring failed.
const LOG_LINES: usize = 20;

async fn run(command: Command) -> Result<()> {
    let server = server::Server::start().await?;
    let outcome = match command {
        Command::Weigh => weigh::weigh(&server).await,
        Command::Bench(options) => bench::bench(&server, &options).await,
    };
    // What it complained of tells more than what its answers did.
    if outcome.is_err() {
        server
            .log()
            .lines()
            .rev()
            .take(LOG_LINES)
            .collect::<Vec<_>>()
            .iter()
            .rev()
            .for_each(|line| eprintln!("{line}"));
    }
    server.stop().await?;
    outcome
}
