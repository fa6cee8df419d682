//! Jobs.

use orion_contracts::ImportId;
use orion_kernel::AppError;
use orion_runtime::{Ctx, Error, Job, JobCtx, JobError, Queue, Result};
use serde::{Deserialize, Serialize};

use super::import_products::{refuse, run_import};

/// Runs an import whose file was uploaded.
#[derive(Serialize, Deserialize)]
pub struct ImportProducts {
    pub import_id: ImportId,
}

impl Job for ImportProducts {
    const NAME: &'static str = "catalog.import_products";
    const QUEUE: Queue = Queue::LongRunning;

    async fn run(self, job: JobCtx) -> Result<(), JobError> {
        let ctx = job.ctx().await?;
        let Some(content) = uploaded(&ctx, self.import_id).await.map_err(AppError::from)? else { return Ok(()) };
        match run_import(&ctx, self.import_id, content, None, |_, _| ()).await {
            // The merchant reads why.
            Err(Error::App(error)) if error.status() < 500 => {
                tracing::info!(%error, "an import was refused");
                refuse(&ctx, self.import_id, &error).await.map_err(AppError::from)?;
                Ok(())
            }
            Err(error) => {
                let error = AppError::from(error);
                if job.is_last_attempt() {
                    refuse(&ctx, self.import_id, &error).await.map_err(AppError::from)?;
                }
                Err(error.into())
            }
            Ok(_) => Ok(()),
        }
    }
}

/// The uploaded file; `None` once it is imported.
async fn uploaded(ctx: &Ctx, id: ImportId) -> Result<Option<Vec<u8>>> {
    let mut tx = ctx.begin().await?;
    let content = sqlx::query_scalar("select content from catalog.import_files where store_id = $1 and import_id = $2")
        .bind(ctx.store_id()?.0)
        .bind(id.0)
        .fetch_optional(tx.conn())
        .await?;
    Ok(content)
}
