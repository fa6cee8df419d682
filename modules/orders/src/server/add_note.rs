//! Writes a staff member's note into the timeline.

use orion_contracts::OrderId;
use orion_kernel::Check;
use orion_runtime::{Ctx, Result};

use super::{lock_order::lock_order, timeline::note};
use crate::views::Happening;

/// Adds a note that shoppers never see.
///
/// # Errors
///
/// `NotFound`, `Invalid`.
pub async fn add_note(ctx: &Ctx, id: OrderId, text: &str) -> Result<()> {
    let mut check = Check::new();
    check.multiline("text", text, 1..=2_000);
    check.finish()?;
    let mut tx = ctx.begin().await?;
    let order = lock_order(&mut tx, id).await?;
    note(&mut tx, order.id, &Happening::Noted { text: text.trim().to_owned() }).await?;
    tx.commit().await
}
