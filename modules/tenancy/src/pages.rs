//! The pages, by frontend.

pub mod admin;
pub mod platform;
mod profile;
pub mod store;

pub use profile::{AdminProfile, StoreProfile};
