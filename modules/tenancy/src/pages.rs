//! The pages, by frontend.

pub mod admin;
mod option_field;
mod options;
pub mod platform;
mod profile;
pub mod store;

pub use options::{PlatformOptions, StoreOptions};
pub use profile::{AdminProfile, StoreProfile};
