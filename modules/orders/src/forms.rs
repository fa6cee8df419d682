//! Inputs of the server functions.

use orion_contracts::OrderLineId;
use serde::{Deserialize, Serialize};

/// How many of a line go into a parcel, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedLine {
    /// The line.
    pub id: OrderLineId,
    /// How many; 0 leaves the line out.
    pub quantity: String,
}

/// The name of a line's quantity in the form.
#[must_use]
pub fn quantity_field(index: usize) -> String {
    format!("lines[{index}][quantity]")
}
