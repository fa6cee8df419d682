//! What several pages show.

mod announcements;
mod palette;

pub use announcements::Announcements;
pub use palette::palette;
