//! The merchant writes something on a customer.

use orion_kernel::{AppError, Check, CustomerId};
use orion_runtime::{Ctx, Result};

/// Replaces the note.
pub async fn save_note(ctx: &Ctx, id: CustomerId, note: &str) -> Result<()> {
    let mut check = Check::new();
    check.multiline("note", note, 0..=2_000);
    check.finish()?;
    let mut tx = ctx.begin().await?;
    let saved = sqlx::query("update customers.customers set note = $3 where store_id = $1 and id = $2")
        .bind(ctx.store_id()?.0)
        .bind(id.0)
        .bind(note.trim())
        .execute(tx.conn())
        .await?;
    if saved.rows_affected() == 0 {
        return Err(AppError::not_found().into());
    }
    tx.audit("customers.note_written", ("customer", id), ()).await?;
    tx.commit().await
}
