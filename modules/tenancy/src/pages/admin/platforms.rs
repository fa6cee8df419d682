//! Pages about platforms and their menus.

mod menus;
mod platform_details;
mod platform_fields;
mod platform_index;
mod platform_new;

pub use menus::MenuPage;
pub use platform_details::PlatformDetailsPage;
pub use platform_index::PlatformIndex;
pub use platform_new::NewPlatformPage;
