//! Where a store is at home: clock, measures, and how it writes the numbers of its orders.

use orion_kernel::{AppError, Check, Currency, UnitSystem, WeightUnit};
use serde::{Deserialize, Serialize};

/// The least and the highest number that orders begin with; a higher one is a slip of the finger.
const START: std::ops::RangeInclusive<i64> = 1..=1_000_000_000;
/// The most characters before or behind a number.
const MOST_CHARS: usize = 12;

/// Clock and measures as they are entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegionInput {
    /// The name of a time zone; the server knows which there are.
    pub time_zone: String,
    /// The code of a system of measures.
    pub unit_system: String,
    /// The code of a unit of weight.
    pub weight_unit: String,
}

impl RegionInput {
    /// Checks the measures.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self) -> Result<(UnitSystem, WeightUnit), AppError> {
        let system = UnitSystem::ALL.into_iter().find(|system| system.code() == self.unit_system);
        let unit = WeightUnit::ALL.into_iter().find(|unit| unit.code() == self.weight_unit);
        let mut check = Check::new();
        check.text("time_zone", &self.time_zone, 1..=64);
        check.when(system.is_none(), "unit_system", "invalid_choice");
        check.when(unit.is_none(), "weight_unit", "invalid_choice");
        if let (Some(system), Some(unit)) = (system, unit) {
            check.when(unit.system() != system, "weight_unit", "unit_of_other_system");
        }
        check.finish()?;
        system.zip(unit).ok_or_else(AppError::internal)
    }
}

/// How orders are numbered, as it is entered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderNumbersInput {
    /// Stands before the number.
    #[serde(default)]
    pub prefix: String,
    /// Stands behind it.
    #[serde(default)]
    pub suffix: String,
    /// The least number a new order gets.
    pub start: i64,
}

impl OrderNumbersInput {
    /// Checks the input.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self) -> Result<(), AppError> {
        let mut check = Check::new();
        check.text("prefix", &self.prefix, 0..=MOST_CHARS);
        check.text("suffix", &self.suffix, 0..=MOST_CHARS);
        check.range("start", self.start, START);
        // A digit beside the number would be taken for a part of it.
        check.when(self.prefix.trim().ends_with(|c: char| c.is_ascii_digit()), "prefix", "digit_beside_number");
        check.when(self.suffix.trim().starts_with(|c: char| c.is_ascii_digit()), "suffix", "digit_beside_number");
        check.finish()
    }
}

/// Reads a currency.
///
/// # Errors
///
/// `invalid_choice` for the field `currency`.
pub fn check_currency(code: &str) -> Result<Currency, AppError> {
    code.parse().map_err(|_| AppError::field("currency", "invalid_choice"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(error: &AppError) -> Vec<&str> {
        error.fields.iter().map(|field| field.field.as_str()).collect()
    }

    #[test]
    fn a_unit_belongs_to_its_system() {
        let input = |system: &str, unit: &str| RegionInput {
            time_zone: "Europe/Luxembourg".to_owned(),
            unit_system: system.to_owned(),
            weight_unit: unit.to_owned(),
        };
        assert_eq!(input("metric", "g").check(), Ok((UnitSystem::Metric, WeightUnit::G)));
        assert_eq!(input("imperial", "oz").check(), Ok((UnitSystem::Imperial, WeightUnit::Oz)));
        assert_eq!(fields(&input("imperial", "kg").check().expect_err("refused")), ["weight_unit"]);
        assert_eq!(
            fields(&RegionInput::default().check().expect_err("refused")),
            ["time_zone", "unit_system", "weight_unit"]
        );
    }

    #[test]
    fn no_digit_stands_beside_the_number() {
        let input = |prefix: &str, suffix: &str, start| OrderNumbersInput {
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
            start,
        };
        assert_eq!(input("LUM-", "/LU", 1).check(), Ok(()));
        assert_eq!(input("", "", 1_001).check(), Ok(()));
        let error = input("2026", "7", 0).check().expect_err("refused");
        assert_eq!(fields(&error), ["start", "prefix", "suffix"]);
        assert_eq!(fields(&input("a very long prefix", "", 1).check().expect_err("refused")), ["prefix"]);
    }
}
