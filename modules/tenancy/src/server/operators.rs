//! Who runs a platform.

mod administrators;
mod list_operators;
mod remove_operator;
mod save_operator;

pub use list_operators::list_operators;
pub use remove_operator::remove_operator;
pub use save_operator::save_operator;

pub(super) use administrators::{changeable, insist_on_administrator};
