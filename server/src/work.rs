//! Works off jobs, beside serving or alone.

use std::time::Duration;

use anyhow::Result;
use orion_runtime::{
    App,
    jobs::{WorkerSetup, run_workers},
    shutdown::Shutdown,
};

use crate::start;

/// `orion worker`.
pub async fn work() -> Result<()> {
    let process = start::start().await?;
    let shutdown = Shutdown::new();
    shutdown.on_signals()?;
    tracing::info!("working off jobs");
    let result = run_workers(setup(&process.app), shutdown.token()).await;
    start::stop(process).await?;
    Ok(result?)
}

/// Works in the background of a serving process.
pub fn spawn(app: &App, shutdown: &Shutdown) {
    let (setup, stopping) = (setup(app), shutdown.token());
    shutdown.spawn(async move {
        if let Err(error) = run_workers(setup, stopping).await {
            tracing::error!(%error, "no jobs are worked off");
        }
    });
}

fn setup(app: &App) -> WorkerSetup {
    let modules = app.modules();
    WorkerSetup {
        app: app.clone(),
        pool: app.pool().clone(),
        module_enabled: |app, platform, module| Box::pin(app.is_enabled(platform, module)),
        jobs: modules.iter().flat_map(|module| module.jobs.iter().cloned()).collect(),
        handlers: modules.iter().flat_map(|module| module.handlers.iter().cloned()).collect(),
        schedules: modules.iter().flat_map(|module| module.schedules.iter().cloned()).collect(),
        concurrency: app.config().worker_concurrency,
        poll_interval: Duration::from_secs(2),
    }
}
