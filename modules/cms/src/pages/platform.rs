//! The platform's own pages.

mod content;
mod home;
mod pricing;

pub use content::Content;
pub use home::Home;
pub use pricing::Pricing;
