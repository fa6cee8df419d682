//! What the server functions answer with.

use orion_kernel::{Currency, Locale, MerchantId, Money};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::model::{Period, State};

/// A tier in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierRow {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// By the month; `None` on request.
    pub monthly: Option<Money>,
    /// By the year; `None` on request.
    pub annual: Option<Money>,
    /// Merchants who have it now.
    pub merchants: i64,
    /// Whether it is recommended.
    pub is_highlighted: bool,
    /// Whether the pricing page shows it.
    pub is_visible: bool,
}

/// A tier's words in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierText {
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Whom it is for.
    #[serde(default)]
    pub description: String,
}

/// A tier in its editor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierEditor {
    /// Its code; empty for a new one.
    pub code: String,
    /// Its name in the page's language.
    pub name: String,
    /// Its words by language; every language of the platform is there.
    pub texts: Vec<(Locale, TierText)>,
    /// What its prices are in.
    pub currency: Currency,
    /// By the month; `None` on request.
    pub monthly: Option<Money>,
    /// By the year; `None` on request.
    pub annual: Option<Money>,
    /// Days to try it for nothing.
    pub trial_days: i32,
    /// Lower stands first.
    pub position: i32,
    /// What can be limited.
    pub limits: Vec<LimitField>,
    /// What can be included.
    pub features: Vec<FeatureField>,
    /// Whether it is recommended.
    pub is_highlighted: bool,
    /// Whether the pricing page shows it.
    pub is_visible: bool,
}

/// A limit of a tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitField {
    /// The feature's code.
    pub code: String,
    /// Its name.
    pub label: String,
    /// What is counted.
    pub unit: String,
    /// How much; `None` for as much as one likes.
    pub limit: Option<i64>,
}

/// A feature of a tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeatureField {
    /// Its code.
    pub code: String,
    /// Its name.
    pub label: String,
    /// Whether it is included.
    pub is_included: bool,
}

/// A subscription in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubscriptionRow {
    /// Whose.
    pub merchant_id: MerchantId,
    /// Their name.
    pub party: String,
    /// The tier's name.
    pub tier: String,
    /// How it stands.
    pub state: State,
    /// What it costs a period; `None` on request.
    pub price: Option<Money>,
    /// How often.
    pub period: Period,
    /// When the trial ends or ended.
    pub trial_ends_at: Option<OffsetDateTime>,
}

/// A subscription in its editor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubscriptionEditor {
    /// The subscription.
    pub subscription: SubscriptionRow,
    /// Its tier's code.
    pub tier: String,
    /// The tiers there are: code and name.
    pub tiers: Vec<(String, String)>,
    /// When it began.
    pub started_at: OffsetDateTime,
}

/// The merchant's own plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The tier's name.
    pub name: String,
    /// Whom it is for.
    pub description: String,
    /// How it stands.
    pub state: State,
    /// What it costs a period; `None` on request.
    pub price: Option<Money>,
    /// How often.
    pub period: Period,
    /// When the trial ends or ended.
    pub trial_ends_at: Option<OffsetDateTime>,
    /// Days of the trial that are left.
    pub days_left: i64,
    /// What is limited.
    pub limits: Vec<LimitField>,
    /// What is included, and what other tiers have: name, and the cheapest tier that has it when this one does not.
    pub features: Vec<(String, Option<String>)>,
}
