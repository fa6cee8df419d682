//! Subscriptions: their states and periods.

use orion_kernel::AppError;
use serde::{Deserialize, Serialize};

/// How a subscription stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Tried for nothing until a moment.
    Trialing,
    /// Paid for.
    Active,
    /// Over: what the tier includes is locked.
    Cancelled,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Trialing, Self::Active, Self::Cancelled];

    /// The code in the database and in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Trialing => "trialing",
            Self::Active => "active",
            Self::Cancelled => "cancelled",
        }
    }

    /// The state with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether the merchant has what the tier includes.
    #[must_use]
    pub const fn is_running(self) -> bool {
        matches!(self, Self::Trialing | Self::Active)
    }
}

impl TryFrom<String> for State {
    type Error = AppError;
    fn try_from(code: String) -> Result<Self, AppError> {
        Self::from_code(&code).ok_or_else(AppError::internal)
    }
}

/// How often a subscription is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Every month.
    Monthly,
    /// Every year.
    Annual,
}

impl Period {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Monthly, Self::Annual];

    /// The code in the database and in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
            Self::Annual => "annual",
        }
    }

    /// The period with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|period| period.code() == code)
    }
}

impl TryFrom<String> for Period {
    type Error = AppError;
    fn try_from(code: String) -> Result<Self, AppError> {
        Self::from_code(&code).ok_or_else(AppError::internal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_back() {
        assert!(State::ALL.into_iter().all(|state| State::from_code(state.code()) == Some(state)));
        assert!(Period::ALL.into_iter().all(|period| Period::from_code(period.code()) == Some(period)));
        assert_eq!(State::ALL.map(State::is_running), [true, true, false]);
    }
}
