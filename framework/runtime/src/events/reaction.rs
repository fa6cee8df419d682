//! The job that lets one handler react to one event.

use anyhow::anyhow;
use orion_kernel::EventId;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::jobs::{Job, JobCtx, JobError};

/// One handler's reaction to one event.
#[derive(Serialize, Deserialize)]
pub(crate) struct Reaction {
    pub(super) handler: String,
    pub(super) event_id: EventId,
    pub(super) event: Value,
}

impl Job for Reaction {
    const NAME: &'static str = "orion.react";

    async fn run(self, ctx: JobCtx) -> Result<(), JobError> {
        let Some(handler) = ctx.host.handlers.get(self.handler.as_str()) else {
            // During a deployment another process may know it.
            return Err(JobError::retry(anyhow!("this version has no reaction “{}”", self.handler)));
        };
        if !ctx.host.is_enabled(ctx.scope.platform_id, handler.module).await? {
            tracing::info!(handler = handler.name, module = handler.module, "reaction dropped: its module is off");
            return Ok(());
        }
        let mut tx = ctx.ctx().await?.begin().await?;
        // A twin of this job waits here until this one commits, and then has nothing to do.
        let noted =
            sqlx::query("insert into orion.event_receipts (event_id, handler) values ($1, $2) on conflict do nothing")
                .bind(self.event_id.0)
                .bind(handler.name)
                .execute(tx.conn())
                .await?;
        if noted.rows_affected() == 0 {
            return Ok(());
        }
        (handler.react)(&mut tx, self.event).await?;
        tx.commit().await?;
        Ok(())
    }
}
