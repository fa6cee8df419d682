//! Inputs of the server functions.

use orion_contracts::OrderLineId;
use serde::{Deserialize, Serialize};

/// How many of a line go into a parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelLine {
    /// The line.
    pub id: OrderLineId,
    /// How many; 0 leaves the line out.
    pub quantity: i64,
}

/// The name of a line's quantity in the form.
#[must_use]
pub fn quantity_field(index: usize) -> String {
    format!("lines[{index}][quantity]")
}
