//! Who works where as what, and keys for programs.

use orion_kernel::StoreId;
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

/// For how many days a key can be good; 0 is for good.
pub const KEY_DAYS: [u16; 4] = [30, 90, 365, 0];

/// What somebody is, and where, as it is entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberInput {
    /// The role's key.
    pub role: String,
    /// Whether they work in all stores of the merchant.
    #[serde(default)]
    pub all_stores: bool,
    /// Otherwise in which.
    #[serde(default)]
    pub stores: Vec<StoreId>,
}

impl MemberInput {
    /// For an operator, who has a role and no stores.
    #[must_use]
    pub fn of_operator(role: String) -> Self {
        Self { role, ..Self::default() }
    }
}

/// A new key as it is entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiKeyInput {
    /// What it is for.
    pub name: String,
    /// The permissions it holds.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// One of [`KEY_DAYS`].
    pub days: u16,
}

impl ApiKeyInput {
    /// Until when it is good, `Some(None)` for good; `None` when that is no choice.
    #[must_use]
    pub fn expires_at(&self, now: OffsetDateTime) -> Option<Option<OffsetDateTime>> {
        let is_choice = KEY_DAYS.contains(&self.days);
        is_choice.then(|| (self.days > 0).then(|| now + Duration::days(i64::from(self.days))))
    }
}
