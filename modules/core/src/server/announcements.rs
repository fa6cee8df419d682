//! What operators say to all teams of their platform.

mod current;
mod edit;
mod list_announcements;
mod mark_read;

pub use current::current_announcements;
pub use edit::{end_announcement, find_announcement, save_announcement};
pub use list_announcements::list_announcements;
pub use mark_read::read_announcement;
