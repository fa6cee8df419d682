//! Work that starts by the clock, once across all processes.

use std::sync::Arc;

use futures::future::BoxFuture;
use graphile_worker::{
    CronJobKeyMode, Crontab, CrontabFill, IntoTaskHandlerResult, TaskHandler, WorkerContext, parse_crontab,
};
use orion_kernel::AppError;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sqlx::PgConnection;

use super::{
    Host,
    task::{Failure, host_of},
};
use crate::{
    app::App,
    database::{RowScope, begin},
    scope::Platform,
};

/// Enqueues a schedule's work for some platforms.
pub type Enqueue =
    for<'a> fn(&'a App, &'a mut PgConnection, &'a [Arc<Platform>]) -> BoxFuture<'a, Result<(), AppError>>;

/// An entry of the program's timetable.
#[derive(Clone, Copy)]
pub struct Schedule {
    /// `<module>.<verb>_<object>`; unique in the program, and never changed, or the work is done twice.
    pub name: &'static str,
    /// The module that has to be on.
    pub module: &'static str,
    /// Minute, hour, day of the month, month, day of the week, in UTC: `5 0 * * *` is every day at 0:05.
    pub cron: &'static str,
    /// Enqueues the work, usually one job a tenant, for the platforms on which the module is on; called when there are
    /// any, in a transaction that sees all tenants.
    pub enqueue: Enqueue,
}

impl Schedule {
    /// The entry as the queue takes it.
    pub(super) fn crontab(&self) -> Result<Crontab, String> {
        entry(self.name, self.cron, Tick::IDENTIFIER, json!({ "schedule": self.name }))
    }
}

/// An entry that runs `task`. What was missed while no worker ran is made up for, once, for a day.
pub(super) fn entry(name: &str, cron: &str, task: &str, payload: Value) -> Result<Crontab, String> {
    let parsed = parse_crontab(&format!("{cron} schedule")).map_err(|error| error.to_string())?;
    let [mut crontab] = <[Crontab; 1]>::try_from(parsed).map_err(|_| format!("“{cron}” is not one entry"))?;
    crontab.task_identifier = task.to_owned();
    crontab.payload = Some(payload);
    crontab.options.id = Some(name.to_owned());
    crontab.options.fill = Some(CrontabFill::days(1));
    crontab.options.max = Some(8);
    crontab.options.job_key = Some(format!("schedule:{name}"));
    crontab.options.job_key_mode = Some(CronJobKeyMode::Replace);
    Ok(crontab)
}

/// The moment of a schedule has come.
#[derive(Serialize, Deserialize)]
pub(super) struct Tick {
    schedule: String,
}

impl TaskHandler for Tick {
    const IDENTIFIER: &'static str = "orion.schedule";

    async fn run(self, worker: WorkerContext) -> impl IntoTaskHandlerResult {
        let host = host_of(&worker)?;
        let Some(schedule) = host.schedules.get(self.schedule.as_str()) else {
            tracing::info!(schedule = self.schedule, "schedule dropped: this version does not have it");
            return Ok(());
        };
        let platforms = with_module(&host, schedule.module).await.map_err(|error| Failure(error.to_string()))?;
        if platforms.is_empty() {
            return Ok(());
        }
        let run = async {
            let mut tx = begin(&host.pool, &RowScope::PLATFORM).await.map_err(|error| error.to_string())?;
            (schedule.enqueue)(&host.app, &mut tx, &platforms).await.map_err(|error| error.to_string())?;
            tx.commit().await.map_err(|error| error.to_string())
        };
        run.await.map_err(|error| {
            tracing::warn!(schedule = schedule.name, error, "schedule failed");
            Failure(error)
        })
    }
}

/// The platforms on which a module is on.
async fn with_module(host: &Host, module: &str) -> Result<Vec<Arc<Platform>>, AppError> {
    let mut found = Vec::new();
    for platform in host.app.directory().platforms(&host.app).await? {
        if host.is_enabled(platform.id, module).await? {
            found.push(platform);
        }
    }
    Ok(found)
}
