//! What several pages of this module share.

mod labels;
mod outcome;

pub use labels::{StateBadge, limit_text, period_label, price_text, state_label};
pub use outcome::{follow, may};
