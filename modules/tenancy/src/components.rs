//! What several pages show.

mod badges;
mod sign_in_card;

pub use badges::{RoleBadge, StatusBadge, TierBadge};
pub use sign_in_card::SignInCard;
