//! What modules add to others' pages: asked side by side, each within its time, and left out when it fails.

mod checklist;
mod context;
mod metrics;
mod notices;
mod run_all;
mod search;
mod widgets;

pub use checklist::ChecklistProvider;
pub use context::ContextProvider;
pub use metrics::{Figures, MetricsProvider};
pub use notices::NoticeKind;
pub use run_all::{Ask, run_all};
pub use search::{Find, SearchProvider};
pub use widgets::WidgetProvider;
