//! What several pages of this module share.

mod asked_locale;
mod labels;
mod locale_tabs;
mod page_fields;
mod prose;
mod tier_cards;

pub use asked_locale::asked_locale;
pub use labels::{OriginBadge, VisibilityBadge, place_label, scope_label};
pub use locale_tabs::LocaleTabs;
pub use page_fields::{PlacementFields, TextFields};
pub use prose::Prose;
pub use tier_cards::{TierCards, start_label};
