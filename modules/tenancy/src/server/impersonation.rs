//! An operator uses the program as somebody else, to help them: for half an hour, with a reason, and with both names in the
//! log. The link that leads there works once, within a minute.

mod end_impersonation;
mod enter;
mod impersonate;

pub use end_impersonation::end_impersonation;
pub use enter::routes as impersonation_routes;
pub use impersonate::{impersonate_customer, impersonate_member};
