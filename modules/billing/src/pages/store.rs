//! Pages of the store's back office.

mod plan;

pub use plan::PlanPage;
