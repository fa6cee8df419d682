//! A parcel as somebody entered it.

use orion_contracts::OrderLineId;
use orion_kernel::{AppError, Check, FieldError};

use crate::forms::{TypedLine, quantity_field};

/// How many of a line go into a parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParcelLine {
    /// The line.
    pub id: OrderLineId,
    /// How many; 0 leaves the line out.
    pub quantity: i64,
}

/// A parcel to be noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewParcel {
    /// What goes in.
    pub lines: Vec<ParcelLine>,
    /// The carrier's name; may be empty.
    pub carrier: String,
    /// The carrier's number; may be empty.
    pub tracking_number: String,
    /// Where it can be followed; may be empty.
    pub tracking_url: String,
}

impl NewParcel {
    /// Checks the input as far as it can be without the order.
    ///
    /// # Errors
    ///
    /// What is wrong with which field.
    pub fn check(&self) -> Result<(), AppError> {
        let mut check = Check::new();
        check.text("carrier", &self.carrier, 0..=80);
        check.text("tracking_number", &self.tracking_number, 0..=80);
        if !self.tracking_url.trim().is_empty() {
            check.url("tracking_url", &self.tracking_url);
        }
        for (index, line) in self.lines.iter().enumerate() {
            check.range(quantity_field(index), line.quantity, 0..=999_999);
        }
        check.finish()?;
        if self.lines.iter().all(|line| line.quantity == 0) {
            return Err(AppError::invalid("nothing_to_send"));
        }
        Ok(())
    }
}

/// Reads the quantities that were typed.
///
/// # Errors
///
/// Under each field that holds no whole number.
pub fn read_lines(typed: &[TypedLine]) -> Result<Vec<ParcelLine>, AppError> {
    let (mut lines, mut wrong) = (Vec::new(), Vec::new());
    for (index, line) in typed.iter().enumerate() {
        match line.quantity.trim().parse() {
            Ok(quantity) => lines.push(ParcelLine { id: line.id, quantity }),
            Err(_) => wrong.push(FieldError::new(quantity_field(index), "not_whole")),
        }
    }
    if wrong.is_empty() { Ok(lines) } else { Err(AppError::from_fields(wrong)) }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn parcel(quantities: &[i64]) -> NewParcel {
        NewParcel {
            lines: quantities
                .iter()
                .map(|quantity| ParcelLine { id: OrderLineId(Uuid::nil()), quantity: *quantity })
                .collect(),
            carrier: "Post".to_owned(),
            tracking_number: String::new(),
            tracking_url: String::new(),
        }
    }

    #[test]
    fn a_parcel_holds_something() {
        assert_eq!(parcel(&[0, 2]).check(), Ok(()));
        assert_eq!(parcel(&[0, 0]).check(), Err(AppError::invalid("nothing_to_send")));
        assert_eq!(parcel(&[]).check(), Err(AppError::invalid("nothing_to_send")));
    }

    #[test]
    fn faults_name_their_fields() {
        let error = NewParcel { tracking_url: "javascript:alert(1)".to_owned(), ..parcel(&[1, -1]) }
            .check()
            .expect_err("refused");
        let fields: Vec<_> = error.fields.iter().map(|field| field.field.as_str()).collect();
        assert_eq!(fields, ["tracking_url", "lines[1][quantity]"]);
    }

    #[test]
    fn only_whole_numbers_are_read() {
        let read = |quantities: &[&str]| {
            let typed: Vec<_> = quantities
                .iter()
                .map(|quantity| TypedLine { id: OrderLineId(Uuid::nil()), quantity: (*quantity).to_owned() })
                .collect();
            read_lines(&typed)
        };
        assert_eq!(read(&["0", " 2 "]), Ok(parcel(&[0, 2]).lines));
        let error = read(&["1.5", "1", ""]).expect_err("refused");
        let fields: Vec<_> = error.fields.iter().map(|wrong| (wrong.field.as_str(), &*wrong.code)).collect();
        assert_eq!(fields, [("lines[0][quantity]", "not_whole"), ("lines[2][quantity]", "not_whole")]);
    }
}
