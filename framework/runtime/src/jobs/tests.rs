//! Jobs against a real database: what is enqueued when, what is tried again, what stays, what the clock starts.

mod cleaning_up;
mod dead_letters;
mod enqueueing;
mod installing;
mod recovering;
mod schedules;
pub(crate) mod support;
mod test_app;
