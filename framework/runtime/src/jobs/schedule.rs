//! Work that starts by the clock, once across all processes.

use futures::future::BoxFuture;
use graphile_worker::{
    CronJobKeyMode, Crontab, CrontabFill, IntoTaskHandlerResult, TaskHandler, WorkerContext, parse_crontab,
};
use orion_kernel::AppError;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::PgConnection;

use super::task::{Failure, host_of};
use crate::{
    app::App,
    database::{RowScope, begin},
};

/// An entry of the program's timetable.
#[derive(Clone, Copy)]
pub struct Schedule {
    /// `<module>.<verb>_<object>`; unique in the program, and never changed, or the work is done twice.
    pub name: &'static str,
    /// Minute, hour, day of the month, month, day of the week, in UTC: `5 0 * * *` is every day at 0:05.
    pub cron: &'static str,
    /// Enqueues the work, usually one job a tenant, in a transaction that sees all tenants. Jobs of a module
    /// that is off are dropped when they run.
    pub enqueue: for<'a> fn(&'a App, &'a mut PgConnection) -> BoxFuture<'a, Result<(), AppError>>,
}

impl Schedule {
    /// The entry as the queue takes it. What was missed while no worker ran is made up for, once, for a day.
    pub(super) fn crontab(&self) -> Result<Crontab, String> {
        let parsed = parse_crontab(&format!("{} schedule", self.cron)).map_err(|error| error.to_string())?;
        let [mut crontab] =
            <[Crontab; 1]>::try_from(parsed).map_err(|_| format!("“{}” is not one entry", self.cron))?;
        crontab.task_identifier = Tick::IDENTIFIER.to_owned();
        crontab.payload = Some(json!({ "schedule": self.name }));
        crontab.options.id = Some(self.name.to_owned());
        crontab.options.fill = Some(CrontabFill::days(1));
        crontab.options.max = Some(8);
        crontab.options.job_key = Some(format!("schedule:{}", self.name));
        crontab.options.job_key_mode = Some(CronJobKeyMode::Replace);
        Ok(crontab)
    }
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
        let run = async {
            let mut tx = begin(&host.pool, &RowScope::PLATFORM).await.map_err(|error| error.to_string())?;
            (schedule.enqueue)(&host.app, &mut tx).await.map_err(|error| error.to_string())?;
            tx.commit().await.map_err(|error| error.to_string())
        };
        run.await.map_err(|error| {
            tracing::warn!(schedule = schedule.name, error, "schedule failed");
            Failure(error)
        })
    }
}
