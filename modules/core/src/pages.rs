//! The module's pages.

mod audit;
mod dashboard;

pub use audit::{AdminAudit, StoreAudit};
pub use dashboard::{AdminDashboard, StoreDashboard};
