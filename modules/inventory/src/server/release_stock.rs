//! Lets go of what somebody held.

use orion_runtime::{Result, Tx};
use uuid::Uuid;

use super::{
    ledger::{Change, Words, write},
    levels::{Locked, lock_for},
};

/// Frees what the owner holds. Nothing held is fine.
pub async fn release_stock(tx: &mut Tx, owner: Uuid) -> Result<()> {
    let Locked { levels, loose } = lock_for(tx, owner, &[]).await?;
    let changes: Vec<_> = levels
        .iter()
        .map(|(id, level)| Change {
            variant_id: *id,
            is_counted: level.is_counted,
            on_hand: level.on_hand,
            reserved: level.kept(),
            noted: None,
        })
        .collect();
    write(tx, &changes, &loose, Words::default()).await
}
