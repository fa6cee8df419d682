//! What several pages of this module share.

mod labels;

pub use labels::{StateBadge, limit_text, period_label, price_text, state_label};
