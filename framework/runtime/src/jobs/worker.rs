//! The workers of a process: one for each queue, restarted when the database comes back, stopped gracefully.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
    time::Duration,
};

use graphile_worker::{
    Crontab, FailureReason, JobRecovery, JobRecoveryResult, TaskHandler, Worker, WorkerBuildError, WorkerOptions,
};
use sqlx::PgPool;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::{Host, JobRegistration, ModuleEnabled, Queue, Schedule, clean_up::CleanUp, schedule::Tick};
use crate::{
    app::App,
    events::{EventHandler, Reaction},
};

/// How long running jobs may take to end when the process stops; those that take longer start again elsewhere.
const GRACE: Duration = Duration::from_secs(20);

/// How long a worker waits before it starts again after it lost the database.
const RESTART_DELAY: Duration = Duration::from_secs(1);

/// Everything the workers of a process need.
pub struct WorkerSetup {
    /// The application, handed to jobs.
    pub app: App,
    /// Connections of the schema's owner. Each queue keeps one to listen with, and each running job of the default
    /// queue uses one at times.
    pub pool: PgPool,
    /// Asked before a job runs.
    pub module_enabled: ModuleEnabled,
    /// The modules' jobs.
    pub jobs: Vec<JobRegistration>,
    /// The modules' reactions to events.
    pub handlers: Vec<EventHandler>,
    /// The modules' schedules.
    pub schedules: Vec<Schedule>,
    /// How many jobs of the default queue run at a time.
    pub concurrency: usize,
    /// How often a queue is looked at for jobs whose time has come; new ones are told at once.
    pub poll_interval: Duration,
}

/// The workers cannot start as they are set up.
#[derive(Debug, thiserror::Error)]
pub enum WorkersError {
    /// Two jobs, reactions or schedules have the same name.
    #[error("“{0}” is registered twice")]
    Duplicate(&'static str),
    /// A schedule's times cannot be read.
    #[error("schedule “{name}”: {reason}")]
    Cron {
        /// The schedule.
        name: &'static str,
        /// What is wrong.
        reason: String,
    },
}

/// Runs jobs until `shutdown`; then takes no more, and returns when the running ones have ended, after 20 seconds at
/// the latest. [`install`](super::install()) must have run.
///
/// # Errors
///
/// The workers cannot start as they are set up. A database that is away is waited for.
pub async fn run_workers(setup: WorkerSetup, shutdown: CancellationToken) -> Result<(), WorkersError> {
    let plan = Arc::new(Plan::new(setup)?);
    let mut workers = JoinSet::new();
    for queue in Queue::ALL {
        workers.spawn(keep_running(plan.clone(), queue, shutdown.clone()));
    }
    while let Some(ended) = workers.join_next().await {
        if let Err(error) = ended {
            tracing::error!(%error, "a queue's worker died");
        }
    }
    Ok(())
}

/// The checked set-up.
struct Plan {
    host: Arc<Host>,
    jobs: Vec<JobRegistration>,
    crontabs: Vec<Crontab>,
    concurrency: usize,
    poll_interval: Duration,
}

impl Plan {
    fn new(setup: WorkerSetup) -> Result<Self, WorkersError> {
        let mut jobs = setup.jobs;
        jobs.push(JobRegistration::framework::<Reaction>());
        unique(jobs.iter().map(|job| job.name))?;
        unique(setup.handlers.iter().map(|handler| handler.name))?;
        unique(setup.schedules.iter().map(|schedule| schedule.name))?;
        let own = CleanUp::crontab().map_err(|reason| WorkersError::Cron { name: CleanUp::IDENTIFIER, reason });
        let crontabs = setup
            .schedules
            .iter()
            .map(|schedule| schedule.crontab().map_err(|reason| WorkersError::Cron { name: schedule.name, reason }))
            .chain(std::iter::once(own))
            .collect::<Result<_, _>>()?;
        let host = Host {
            app: setup.app,
            pool: setup.pool,
            module_enabled: setup.module_enabled,
            modules: jobs.iter().filter_map(|job| Some((job.name, job.module?))).collect::<HashMap<_, _>>(),
            handlers: setup.handlers.into_iter().map(|handler| (handler.name, handler)).collect(),
            schedules: setup.schedules.into_iter().map(|schedule| (schedule.name, schedule)).collect(),
        };
        Ok(Self {
            host: Arc::new(host),
            jobs,
            crontabs,
            concurrency: setup.concurrency.max(1),
            poll_interval: setup.poll_interval,
        })
    }

    async fn worker(&self, queue: Queue, shutdown: CancellationToken) -> Result<Worker, WorkerBuildError> {
        let options = WorkerOptions::default()
            .pg_pool(self.host.pool.clone())
            .add_extension(self.host.clone())
            .concurrency(match queue {
                Queue::Default => self.concurrency,
                Queue::LongRunning => 1,
                Queue::Scheduled => 2,
            })
            .poll_interval(self.poll_interval)
            .listen_os_shutdown_signals(false)
            .shutdown_signal(shutdown.cancelled_owned())
            .shutdown_grace_period(GRACE)
            .shutdown_interrupted_job_retry_delay(Duration::ZERO)
            .heartbeat_interval(Duration::from_secs(5))
            .sweep_interval(Duration::from_secs(10))
            .sweep_threshold(Duration::from_secs(15))
            .recovery_delay(Duration::ZERO)
            .on(JobRecovery, |recovery| async move {
                match recovery.reason {
                    // It may be the job that kills its process: count the attempt, or it would kill for ever.
                    FailureReason::WorkerCrashed => JobRecoveryResult::FailWithBackoff,
                    _ => JobRecoveryResult::Default,
                }
            });
        let options =
            self.jobs.iter().filter(|job| job.queue == queue).fold(options, |options, job| (job.register)(options));
        let options = match queue {
            Queue::Scheduled => options.define_job::<Tick>().define_job::<CleanUp>().with_crons(self.crontabs.clone()),
            Queue::Default | Queue::LongRunning => options,
        };
        options.init().await
    }
}

fn unique(names: impl Iterator<Item = &'static str>) -> Result<(), WorkersError> {
    let mut seen = HashSet::new();
    for name in names {
        if !seen.insert(name) {
            return Err(WorkersError::Duplicate(name));
        }
    }
    Ok(())
}

async fn keep_running(plan: Arc<Plan>, queue: Queue, shutdown: CancellationToken) {
    while !shutdown.is_cancelled() {
        let ended = match plan.worker(queue, shutdown.clone()).await {
            Ok(worker) => worker.run().await.map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        if let Err(error) = ended {
            tracing::error!(queue = queue.code(), error, "the queue's worker stopped");
        }
        tokio::select! {
            () = shutdown.cancelled() => {}
            () = tokio::time::sleep(RESTART_DELAY) => {}
        }
    }
}
