//! Background jobs: enqueued in the business transaction, run at least once, kept as dead letters when they fail for good.

mod clean_up;
mod count;
mod enqueue;
mod failed;
mod host;
mod install;
mod job;
mod registration;
mod schedule;
mod set_aside;
mod task;
#[cfg(test)]
pub(crate) mod tests;
mod worker;

pub use count::{WorkCount, count_work, discard_of_store};
pub(crate) use enqueue::enqueue_each;
pub use enqueue::{EnqueueOptions, enqueue, enqueue_with};
pub use failed::{FailedJob, count_failed, discard, list_failed, retry};
pub(crate) use host::Host;
pub use host::ModuleEnabled;
pub use install::{InstallError, install};
pub use job::{Job, JobCtx, JobError, JobScope, Queue};
pub use registration::JobRegistration;
pub use schedule::Schedule;
pub use set_aside::resume;
pub(crate) use task::message as panic_message;
pub use worker::{WorkerSetup, WorkersError, run_workers};
