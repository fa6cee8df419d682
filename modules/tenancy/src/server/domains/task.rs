//! Looks at a domain by itself, until it is proved or nobody believes in it any more.

use orion_kernel::{AppError, ErrorKind};
use orion_runtime::{Job, JobCtx, JobError};
use serde::{Deserialize, Serialize};

use super::check_domain::check;

/// Looks at one domain of the job's store.
#[derive(Serialize, Deserialize)]
pub struct CheckDomain {
    /// The domain.
    pub host: String,
}

impl Job for CheckDomain {
    const NAME: &'static str = "tenancy.check_domain";

    async fn run(self, ctx: JobCtx) -> Result<(), JobError> {
        let ctx = ctx.ctx().await?;
        match check(&ctx, &self.host).await.map_err(AppError::from) {
            // It was removed meanwhile.
            Err(error) if error.kind == ErrorKind::NotFound => Ok(()),
            outcome => Ok(outcome?),
        }
    }
}
