//! Pages of the back office.

mod overview;

pub use overview::Overview;
