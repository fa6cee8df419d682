//! What a job is, whom it runs for, and how it fails.

use std::{fmt, sync::Arc};

use orion_kernel::{AppError, Locale, MerchantId, PlatformId, StoreId};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::Host;
use crate::{app::App, ctx::Ctx, mail::MailError};

/// Work done in the background. Carries ids, never data: what it needs it reads when it runs.
///
/// A job runs at least once, so running it again must do no harm.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// `<module>.<verb>_<object>`, such as `orders.expire_reservations`; unique in the program.
    const NAME: &'static str;

    /// Where it waits.
    const QUEUE: Queue = Queue::Default;

    /// How often it is tried before it becomes a dead letter. The wait between two tries grows from 3 seconds to
    /// 6 hours; 8 tries stretch over an hour and a half.
    const MAX_ATTEMPTS: i16 = 8;

    /// Does the work.
    fn run(self, ctx: JobCtx) -> impl Future<Output = Result<(), JobError>> + Send;
}

/// Where jobs wait. The queues do not hold each other up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Queue {
    /// Seconds at most.
    Default,
    /// Imports, exports, rebuilding: one at a time in each process.
    LongRunning,
    /// What schedules start.
    Scheduled,
}

impl Queue {
    /// Every queue.
    pub const ALL: [Self; 3] = [Self::Default, Self::LongRunning, Self::Scheduled];

    /// The queue's name in logs and metrics.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::LongRunning => "long_running",
            Self::Scheduled => "scheduled",
        }
    }
}

/// Whom a job runs for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobScope {
    /// The platform.
    pub platform_id: PlatformId,
    /// The merchant, when it runs for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merchant_id: Option<MerchantId>,
    /// The store, when it runs for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub store_id: Option<StoreId>,
    /// The language of what it writes to people.
    pub locale: Locale,
}

/// What a running job knows and reaches.
#[derive(Clone)]
pub struct JobCtx {
    pub(crate) host: Arc<Host>,
    pub(crate) scope: JobScope,
    pub(crate) request_id: String,
    pub(crate) job_id: i64,
    pub(crate) attempt: i16,
    pub(crate) max_attempts: i16,
}

impl JobCtx {
    /// The application.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.host.app
    }

    /// Whom it runs for.
    #[must_use]
    pub fn scope(&self) -> &JobScope {
        &self.scope
    }

    /// The request that caused it.
    #[must_use]
    pub fn request_id(&self) -> &str {
        &self.request_id
    }

    /// Its number, the same for every attempt.
    #[must_use]
    pub fn job_id(&self) -> i64 {
        self.job_id
    }

    /// Which attempt this is; the first is 1.
    #[must_use]
    pub fn attempt(&self) -> i16 {
        self.attempt
    }

    /// Whether a failure of this attempt is the end.
    #[must_use]
    pub fn is_last_attempt(&self) -> bool {
        self.attempt >= self.max_attempts
    }

    /// A context for verbs, with the job's tenant.
    ///
    /// # Errors
    ///
    /// The tenant is gone or the database cannot be reached.
    pub async fn ctx(&self) -> Result<Ctx, AppError> {
        Ctx::for_job(&self.host.app, &self.scope, &self.request_id).await
    }
}

/// Why an attempt failed. Every error converts with `?`, and is tried again unless it is a mail the server refused.
pub struct JobError {
    cause: anyhow::Error,
    permanent: bool,
}

impl JobError {
    /// Trying again may help.
    pub fn retry(cause: impl Into<anyhow::Error>) -> Self {
        Self { cause: cause.into(), permanent: false }
    }

    /// Trying again cannot help: the job becomes a dead letter at once.
    pub fn permanent(cause: impl Into<anyhow::Error>) -> Self {
        Self { cause: cause.into(), permanent: true }
    }

    /// Whether trying again is useless.
    #[must_use]
    pub fn is_permanent(&self) -> bool {
        self.permanent
    }
}

impl<E: std::error::Error + Send + Sync + 'static> From<E> for JobError {
    fn from(error: E) -> Self {
        let cause = anyhow::Error::from(error);
        let permanent = cause.downcast_ref::<MailError>().is_some_and(MailError::is_permanent);
        Self { cause, permanent }
    }
}

impl fmt::Display for JobError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#}", self.cause)
    }
}

/// The same text as [`Display`](fmt::Display): it is what the dead letter shows.
impl fmt::Debug for JobError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
