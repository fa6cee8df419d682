//! Everybody who works on a platform, for its operators.

mod changeable;
mod end_user_sessions;
mod list_users;
mod lock_user;
mod open_user;
mod reset_second_factor;

pub use end_user_sessions::{end_user_session, end_user_sessions};
pub use list_users::list_users;
pub use lock_user::{lock_user, unlock_user};
pub use open_user::open_user;
pub use reset_second_factor::reset_users_second_factor;
