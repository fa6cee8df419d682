//! What modules add to others' pages: asked side by side, each within its time, and left out when it fails.

mod context;
mod metrics;
mod run_all;
mod widgets;

pub use context::ContextProvider;
pub use metrics::MetricsProvider;
pub use run_all::{Ask, run_all};
pub use widgets::WidgetProvider;
