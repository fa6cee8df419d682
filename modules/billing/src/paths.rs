//! Where the pages are, below a frontend's base.

use orion_kernel::MerchantId;

/// The tiers in the admin.
pub const TIERS: &str = "/tiers";
/// The form for a new tier.
pub const NEW_TIER: &str = "/tiers/new";
/// The subscriptions in the admin.
pub const SUBSCRIPTIONS: &str = "/subscriptions";
/// The merchant's own plan in the store's back office.
pub const PLAN: &str = "/settings/plan";

/// The editor of a tier.
#[must_use]
pub fn tier(code: &str) -> String {
    format!("{TIERS}/{code}")
}

/// The editor of a subscription.
#[must_use]
pub fn subscription(merchant: MerchantId) -> String {
    format!("{SUBSCRIPTIONS}/{merchant}")
}
