//! Takes what was held out of stock: it is sold.

use orion_contracts::stock::StockLine;
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use super::{
    ledger::{Change, Words, write},
    levels::{Locked, lock_for},
    reserve_stock::refuse_short,
};
use crate::model::{self, Reason};

/// Sells the lines to the owner, from what they hold and, where that has expired, from what is available.
///
/// # Errors
///
/// `Conflict` with `out_of_stock`; then nothing has changed.
pub async fn claim_stock(tx: &mut Tx, owner: Uuid, lines: &[StockLine], reference: &str) -> Result<()> {
    let wanted = model::wanted(lines)?;
    let ids: Vec<Uuid> = wanted.keys().map(|id| id.0).collect();
    let Locked { levels, loose } = lock_for(tx, owner, &ids).await?;
    refuse_short(model::short(&levels, &wanted))?;
    let changes: Vec<_> = levels
        .iter()
        .map(|(id, level)| match wanted.get(id).filter(|_| level.is_counted) {
            Some(quantity) => Change::of(*id, level, -quantity, level.kept(), Reason::Sold),
            // Held, and not bought in the end.
            None => Change {
                variant_id: *id,
                is_counted: level.is_counted,
                on_hand: level.on_hand,
                reserved: level.kept(),
                noted: None,
            },
        })
        .collect();
    write(tx, &changes, &loose, Words { reference, note: "" }).await
}
