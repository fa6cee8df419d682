//! Runs one attempt of a job: the module's switch, the tenant, panics, failures for good.

use std::{any::Any, fmt, sync::Arc};

use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use serde::{Deserialize, Serialize};
use tokio_util::task::AbortOnDropHandle;
use tracing::Instrument;

use super::{Host, Job, JobCtx, JobError, JobScope, set_aside::set_aside};

/// A job as it is read back.
#[derive(Serialize, Deserialize)]
pub(super) struct Task<J> {
    scope: JobScope,
    request_id: String,
    job: J,
}

/// What is stored as the job's last error.
pub(super) struct Failure(pub(super) String);

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<J: Job> TaskHandler for Task<J> {
    const IDENTIFIER: &'static str = J::NAME;

    async fn run(self, worker: WorkerContext) -> impl IntoTaskHandlerResult {
        let host = host_of(&worker)?;
        if let Some(module) = host.modules.get(J::NAME)
            && !host.is_enabled(self.scope.platform_id, module).await.map_err(|error| Failure(error.to_string()))?
        {
            tracing::info!(job = J::NAME, module, platform_id = %self.scope.platform_id, "job set aside: its module is off");
            return set_aside(&host.pool, *worker.job().id()).await.map_err(|error| Failure(error.to_string()));
        }
        let ctx = JobCtx {
            host,
            scope: self.scope,
            request_id: self.request_id,
            job_id: *worker.job().id(),
            attempt: *worker.job().attempts(),
            max_attempts: *worker.job().max_attempts(),
        };
        attempt(J::NAME, &worker, ctx, self.job).await
    }
}

/// What the worker was set up with.
pub(super) fn host_of(worker: &WorkerContext) -> Result<Arc<Host>, Failure> {
    worker.get_ext::<Arc<Host>>().cloned().ok_or_else(|| Failure("the worker has no host".to_owned()))
}

async fn attempt<J: Job>(name: &'static str, worker: &WorkerContext, ctx: JobCtx, job: J) -> Result<(), Failure> {
    let host = ctx.host.clone();
    let span = tracing::info_span!(
        "job",
        name,
        job_id = ctx.job_id,
        attempt = ctx.attempt,
        request_id = ctx.request_id,
        platform_id = %ctx.scope.platform_id,
        store_id = ctx.scope.store_id.map(tracing::field::display),
    );
    // A task of its own: a panic ends the attempt and not the worker, and jobs share all cores.
    let running = AbortOnDropHandle::new(tokio::spawn(job.run(ctx).instrument(span.clone())));
    let error = match running.await {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(error)) => error,
        Err(stopped) => JobError::retry(anyhow::anyhow!(reason(stopped))),
    };
    span.in_scope(|| tracing::warn!(%error, permanent = error.is_permanent(), "job failed"));
    if error.is_permanent() {
        give_up(&host, worker).await;
    }
    Err(Failure(error.to_string()))
}

fn reason(stopped: tokio::task::JoinError) -> String {
    match stopped.try_into_panic() {
        Ok(panic) => format!("panicked: {}", message(&*panic)),
        Err(cancelled) => cancelled.to_string(),
    }
}

/// What a panic said.
pub(crate) fn message(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message")
}

/// Uses up the job's attempts, which is what makes a dead letter.
async fn give_up(host: &Host, worker: &WorkerContext) {
    let used_up = sqlx::query(
        "update graphile_worker._private_jobs set attempts = max_attempts where id = $1 and locked_by = $2",
    )
    .bind(worker.job().id())
    .bind(worker.worker_id())
    .execute(&host.pool)
    .await;
    if let Err(error) = used_up {
        tracing::warn!(%error, "the job will be tried again though it cannot succeed");
    }
}
