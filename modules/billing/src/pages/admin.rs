//! Pages of the admin.

mod edit_subscription;
mod edit_tier;
mod new_tier;
mod subscription_index;
mod tier_index;

pub use edit_subscription::EditSubscription;
pub use edit_tier::EditTier;
pub use new_tier::NewTier;
pub use subscription_index::SubscriptionIndex;
pub use tier_index::TierIndex;
