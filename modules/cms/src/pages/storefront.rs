//! Pages of the storefront.

mod content;
mod home;

pub use content::Content;
pub use home::Home;
