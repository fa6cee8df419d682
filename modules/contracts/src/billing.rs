//! The platform's tiers, for its pricing page.

use orion_kernel::{ContextKey, Money};
use serde::{Deserialize, Serialize};

/// What the platform sells to merchants, on every page of the platform.
pub const PRICING: ContextKey<PricingView> = ContextKey::new("billing.pricing");

/// The platform's offer in the page's language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PricingView {
    /// The tiers, cheapest first.
    pub tiers: Vec<TierView>,
    /// Days a new merchant tries for nothing; the longest of the tiers'.
    pub trial_days: i32,
}

/// A tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierView {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whom it is for.
    pub description: String,
    /// Its price a month; `None` on request.
    pub monthly: Option<Money>,
    /// Its price a year when paid yearly; `None` on request.
    pub annual: Option<Money>,
    /// Days to try it for nothing.
    pub trial_days: i32,
    /// Codes of its features.
    pub features: Vec<String>,
    /// Limits by code; `None` is unlimited.
    pub limits: Vec<(String, Option<i64>)>,
    /// Whether it is recommended.
    pub is_highlighted: bool,
}
