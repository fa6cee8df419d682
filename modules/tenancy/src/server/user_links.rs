//! Links in mails to users: to a new password, to confirm an e-mail address. Single-use, for an hour, kept as hashes.

mod change_email;
mod confirm_email;
mod remove_expired;
mod reset_password;
mod send_link;

use orion_kernel::AppError;
use time::Duration;

pub use change_email::{change_email, verify_email};
pub use confirm_email::{confirm_email, link_email};
pub use remove_expired::SCHEDULE;
pub use reset_password::{request_reset, reset_password};
pub use send_link::SendLink;

/// How long a link works.
const VALID_FOR: Duration = Duration::hours(1);

fn expired() -> AppError {
    AppError::invalid("link_expired")
}
