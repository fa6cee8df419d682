//! What runs by the clock.

use std::sync::Arc;

use futures::future::BoxFuture;
use orion_kernel::{AppError, Locale};
use orion_runtime::{
    App, Job, JobCtx, JobError, PlatformCtx, Queue, Schedule,
    jobs::{self, JobScope},
    scope::Platform,
};
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;

use super::expire_trials::expire_trials;

/// Ends the trials of one platform that are over.
#[derive(Serialize, Deserialize)]
pub struct CheckTrialExpirations {}

impl Job for CheckTrialExpirations {
    const NAME: &'static str = "billing.check_trial_expirations";
    const QUEUE: Queue = Queue::Scheduled;

    async fn run(self, job: JobCtx) -> Result<(), JobError> {
        let ctx = PlatformCtx::system(&job.ctx().await?);
        let ended = expire_trials(&ctx).await?;
        tracing::info!(ended, "trials checked");
        Ok(())
    }
}

/// Every night at one.
pub const CHECK_TRIAL_EXPIRATIONS: Schedule = Schedule {
    name: "billing.check_trial_expirations",
    module: "billing",
    cron: "0 1 * * *",
    enqueue: for_every_platform,
};

fn for_every_platform<'a>(
    _: &'a App,
    conn: &'a mut PgConnection,
    platforms: &'a [Arc<Platform>],
) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(async move {
        for platform in platforms {
            let locale = platform.locales.first().copied().unwrap_or(Locale::En);
            let scope = JobScope { platform_id: platform.id, merchant_id: None, store_id: None, locale };
            let enqueued = jobs::enqueue(conn, &scope, "schedule", &CheckTrialExpirations {}).await;
            enqueued.map_err(orion_runtime::database::to_app_error)?;
        }
        Ok(())
    })
}
