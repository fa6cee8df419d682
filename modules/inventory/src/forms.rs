//! What the team enters.

use orion_kernel::{AppError, Check};
use serde::{Deserialize, Serialize};

use crate::model::MAX_ON_HAND;

/// Characters of a note.
pub const MAX_NOTE: usize = 200;
/// The highest number that can count as low.
pub const MAX_THRESHOLD: i64 = 1_000_000;

/// What is done to a shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdjustmentKind {
    /// Goods came in: so many more.
    Received,
    /// Somebody counted: this many.
    Counted,
    /// Put right: so many more or fewer.
    Corrected,
}

impl AdjustmentKind {
    /// The value of its choice.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Counted => "counted",
            Self::Corrected => "corrected",
        }
    }
}

/// The form of a shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjustment {
    /// What is done.
    pub kind: AdjustmentKind,
    /// How many, as entered.
    pub quantity: String,
    /// Why; needed for a correction.
    pub note: String,
}

impl Adjustment {
    /// The number that was entered.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self) -> Result<i64, AppError> {
        let quantity = whole_number("quantity", &self.quantity)?;
        let bounds = match self.kind {
            AdjustmentKind::Received => 1..=MAX_ON_HAND,
            AdjustmentKind::Counted => 0..=MAX_ON_HAND,
            AdjustmentKind::Corrected => -MAX_ON_HAND..=MAX_ON_HAND,
        };
        let must_say_why = self.kind == AdjustmentKind::Corrected;
        let mut check = Check::new();
        check
            .range("quantity", quantity, bounds)
            .when(must_say_why && quantity == 0, "quantity", "changes_nothing")
            .text("note", &self.note, usize::from(must_say_why)..=MAX_NOTE);
        check.finish()?;
        Ok(quantity)
    }
}

/// Reads a whole number, with the minus people type or paste.
///
/// # Errors
///
/// `required` or `invalid_number` for the field.
pub fn whole_number(field: &'static str, text: &str) -> Result<i64, AppError> {
    let text = text.trim().replace('\u{2212}', "-");
    if text.is_empty() {
        return Err(AppError::field(field, "required"));
    }
    text.parse().map_err(|_| AppError::field(field, "invalid_number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entered(kind: AdjustmentKind, quantity: &str, note: &str) -> Result<i64, Vec<(String, String)>> {
        Adjustment { kind, quantity: quantity.to_owned(), note: note.to_owned() }
            .check()
            .map_err(|error| error.fields.into_iter().map(|field| (field.field, field.code.into_owned())).collect())
    }

    fn wrong(field: &str, code: &str) -> Result<i64, Vec<(String, String)>> {
        Err(vec![(field.to_owned(), code.to_owned())])
    }

    #[test]
    fn each_kind_has_its_bounds() {
        assert_eq!(entered(AdjustmentKind::Received, " 12 ", ""), Ok(12));
        assert_eq!(entered(AdjustmentKind::Received, "0", ""), wrong("quantity", "out_of_range"));
        assert_eq!(entered(AdjustmentKind::Counted, "0", ""), Ok(0));
        assert_eq!(entered(AdjustmentKind::Counted, "-1", ""), wrong("quantity", "out_of_range"));
        assert_eq!(entered(AdjustmentKind::Corrected, "\u{2212}2", "broken"), Ok(-2));
        assert_eq!(entered(AdjustmentKind::Corrected, "0", "broken"), wrong("quantity", "changes_nothing"));
    }

    #[test]
    fn a_correction_says_why() {
        assert_eq!(entered(AdjustmentKind::Corrected, "-2", " "), wrong("note", "required"));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        assert_eq!(entered(AdjustmentKind::Counted, "", ""), wrong("quantity", "required"));
        assert_eq!(entered(AdjustmentKind::Counted, "1.5", ""), wrong("quantity", "invalid_number"));
    }
}
