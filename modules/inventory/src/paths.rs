//! Where the pages are, below the back office's base.

use orion_contracts::VariantId;

/// The list.
pub const STOCK: &str = "/inventory";
/// What there is little of.
pub const LOW_STOCK: &str = "/inventory?scope=low";

/// A variant's stock and its history.
#[must_use]
pub fn variant(id: VariantId) -> String {
    format!("/inventory/{id}")
}
