//! How a module makes its jobs known.

use graphile_worker::WorkerOptions;

use super::{Job, Queue, task::Task};

/// A kind of job, its type erased.
#[derive(Clone, Copy)]
pub struct JobRegistration {
    /// The job's name.
    pub name: &'static str,
    /// The module that has to be on for it to run; `None` for the framework's own.
    pub module: Option<&'static str>,
    /// Where it waits.
    pub queue: Queue,
    pub(crate) register: fn(WorkerOptions) -> WorkerOptions,
}

impl JobRegistration {
    /// A job of a module. Where the module is off by the time it would run, it waits until the module is on again.
    #[must_use]
    pub fn of<J: Job>(module: &'static str) -> Self {
        Self { module: Some(module), ..Self::framework::<J>() }
    }

    /// A job of the framework.
    pub(crate) fn framework<J: Job>() -> Self {
        Self { name: J::NAME, module: None, queue: J::QUEUE, register: WorkerOptions::define_job::<Task<J>> }
    }
}
