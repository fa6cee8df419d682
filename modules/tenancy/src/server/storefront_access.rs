//! Who is let into the storefront, and how.

mod enter;
mod renew_preview;
mod save_access;

pub use enter::enter;
pub use renew_preview::renew_preview;
pub use save_access::{access_settings, save_access};
