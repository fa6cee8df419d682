//! Puts sold units back on the shelf.

use orion_contracts::stock::StockLine;
use orion_kernel::AppError;
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use super::{
    ledger::{Change, Words, write},
    levels::lock_levels,
};
use crate::model::{self, MAX_ON_HAND, Reason};

/// Adds the lines to what is on hand. What is not counted stays uncounted.
///
/// # Errors
///
/// `Invalid` for more than a shelf holds.
pub async fn restock(tx: &mut Tx, lines: &[StockLine], reference: &str) -> Result<()> {
    let wanted = model::wanted(lines)?;
    let ids: Vec<Uuid> = wanted.keys().map(|id| id.0).collect();
    let levels = lock_levels(tx, &ids).await?;
    let changes: Vec<_> = wanted
        .into_iter()
        .filter_map(|(id, quantity)| {
            let level = levels.get(&id).filter(|level| level.is_counted)?;
            Some(Change::of(id, level, quantity, level.reserved, Reason::Restocked))
        })
        .collect();
    if changes.iter().any(|change| change.on_hand > MAX_ON_HAND) {
        return Err(AppError::invalid("invalid_quantity").into());
    }
    write(tx, &changes, &[], Words { reference, note: "" }).await
}
