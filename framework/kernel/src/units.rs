//! What a store measures in.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::AppError;

/// A system of measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitSystem {
    /// Metres and kilograms.
    #[default]
    Metric,
    /// Inches and pounds.
    Imperial,
}

/// The unit weights are shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeightUnit {
    /// Kilogram.
    #[default]
    Kg,
    /// Gram.
    G,
    /// Pound.
    Lb,
    /// Ounce.
    Oz,
}

impl UnitSystem {
    /// Every system.
    pub const ALL: [Self; 2] = [Self::Metric, Self::Imperial];

    /// The code in the database.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Metric => "metric",
            Self::Imperial => "imperial",
        }
    }
}

impl WeightUnit {
    /// Every unit.
    pub const ALL: [Self; 4] = [Self::Kg, Self::G, Self::Lb, Self::Oz];

    /// The code in the database, which is its sign too.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kg => "kg",
            Self::G => "g",
            Self::Lb => "lb",
            Self::Oz => "oz",
        }
    }

    /// Which system it belongs to.
    #[must_use]
    pub const fn system(self) -> UnitSystem {
        match self {
            Self::Kg | Self::G => UnitSystem::Metric,
            Self::Lb | Self::Oz => UnitSystem::Imperial,
        }
    }

    /// Micrograms in one.
    const fn micrograms(self) -> i64 {
        match self {
            Self::Kg => 1_000_000_000,
            Self::G => 1_000_000,
            Self::Lb => 453_592_370,
            Self::Oz => 28_349_523,
        }
    }

    /// So many grams in hundredths of this unit, rounded.
    #[must_use]
    pub const fn hundredths(self, grams: i32) -> i64 {
        let unit = self.micrograms();
        (grams as i64 * 1_000_000 * 100 + unit / 2) / unit
    }
}

impl FromStr for UnitSystem {
    type Err = AppError;

    fn from_str(code: &str) -> Result<Self, AppError> {
        Self::ALL.into_iter().find(|system| system.code() == code).ok_or_else(AppError::internal)
    }
}

impl FromStr for WeightUnit {
    type Err = AppError;

    fn from_str(code: &str) -> Result<Self, AppError> {
        Self::ALL.into_iter().find(|unit| unit.code() == code).ok_or_else(AppError::internal)
    }
}

impl fmt::Display for WeightUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grams_become_every_unit() {
        for (unit, grams, expected) in [
            (WeightUnit::Kg, 1_250, 125),
            (WeightUnit::G, 350, 35_000),
            (WeightUnit::Lb, 454, 100),
            (WeightUnit::Oz, 100, 353),
            (WeightUnit::Kg, 4, 0),
            (WeightUnit::Kg, i32::MAX, 214_748_365),
        ] {
            assert_eq!(unit.hundredths(grams), expected, "{grams} g in {unit}");
        }
    }
}
