//! Sets what imports and editors of products say is on the shelf.

use std::collections::BTreeMap;

use orion_contracts::VariantId;
use orion_runtime::{Result, Tx};

use super::{
    ledger::Words,
    set_levels::{Target, set_levels},
};

/// Sets shelves; `None` stops counting. A shelf that holds that many already stays out of the ledger.
///
/// # Errors
///
/// `Invalid` for a number no shelf can hold.
pub async fn set_on_hand(tx: &mut Tx, counts: &[(VariantId, Option<i64>)], reason: &str) -> Result<()> {
    let targets: BTreeMap<_, _> = counts
        .iter()
        .map(|(id, count)| (*id, count.map_or(Target::Stopped, |quantity| Target::Counted { quantity, noted: false })))
        .collect();
    if targets.is_empty() { Ok(()) } else { set_levels(tx, &targets, Words { reference: "", note: reason }).await }
}
