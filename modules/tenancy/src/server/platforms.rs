//! Platforms: who may see which, making them, changing them.

mod appoint;
mod create_platform;
mod edit_platform;
mod hosts;
mod list_platforms;
mod provisioning;
mod recipes;
mod save_platform;
mod upload;

pub use create_platform::{create_platform, create_platform_by, shipped_recipes};
pub use edit_platform::edit_platform;
pub(super) use hosts::{is_taken, lock_hosts};
pub use list_platforms::list_platforms;
pub use provisioning::Platforms;
pub use save_platform::{remove_platform_logo, save_platform, set_platform_logo};
pub use upload::{create_uploaded_platform, upload_platform_logo};
