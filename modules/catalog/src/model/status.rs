//! Whether a product is for sale.

use serde::{Deserialize, Serialize};

/// Whether a product is for sale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProductStatus {
    /// Being prepared; shoppers do not see it.
    #[default]
    Draft,
    /// For sale.
    Published,
    /// No longer for sale, and out of the way.
    Archived,
}

impl ProductStatus {
    /// Every state, in the order of a product's life.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Published, Self::Archived];

    /// Its code in addresses and in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Archived => "archived",
        }
    }

    /// The state with exactly this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}
