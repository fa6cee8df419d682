//! The pages, by frontend.

pub mod account;
pub mod admin;
pub mod door;
mod option_field;
mod options;
pub mod platform;
mod profile;
mod roles;
pub mod store;
mod team;

pub use options::{PlatformOptions, StoreOptions};
pub use profile::{AdminProfile, StoreProfile};
pub use roles::{OperatorRolePage, OperatorRoles, TeamRole, TeamRoles};
