//! Holds stock while somebody pays.

use std::collections::BTreeMap;

use orion_contracts::{VariantId, stock::StockLine};
use orion_kernel::{AppError, FieldError};
use orion_runtime::{Result, Tx};
use time::OffsetDateTime;
use uuid::Uuid;

use super::levels::{Locked, lock_for};
use crate::model;

/// Holds all of the lines for the owner, in place of what they held before, or changes nothing.
///
/// # Errors
///
/// `Conflict` with `out_of_stock`, and a field for each variant that there are too few of.
pub async fn reserve_stock(tx: &mut Tx, owner: Uuid, lines: &[StockLine], expires_at: OffsetDateTime) -> Result<()> {
    let wanted = model::wanted(lines)?;
    let ids: Vec<Uuid> = wanted.keys().map(|id| id.0).collect();
    let Locked { levels, .. } = lock_for(tx, owner, &ids).await?;
    refuse_short(model::short(&levels, &wanted))?;
    let held: BTreeMap<VariantId, i64> =
        wanted.into_iter().filter(|(id, _)| levels.get(id).is_some_and(|level| level.is_counted)).collect();
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    sqlx::query(
        "with released as (
             delete from inventory.reservations
             where store_id = $1 and variant_id = any($5)
               and case when owner = $2 then not variant_id = any($3) else expires_at <= $7 end
         ), held as (
             insert into inventory.reservations (store_id, owner, variant_id, quantity, expires_at)
             select $1, $2, h.variant_id, h.quantity, $8 from unnest($3::uuid[], $4::bigint[]) as h (variant_id, quantity)
             on conflict (store_id, owner, variant_id)
             do update set quantity = excluded.quantity, expires_at = excluded.expires_at
         )
         update inventory.stock_levels l set reserved = c.reserved
         from unnest($5::uuid[], $6::bigint[]) as c (variant_id, reserved)
         where l.store_id = $1 and l.variant_id = c.variant_id",
    )
    .bind(store.0)
    .bind(owner)
    .bind(held.keys().map(|id| id.0).collect::<Vec<_>>())
    .bind(held.values().copied().collect::<Vec<_>>())
    .bind(levels.keys().map(|id| id.0).collect::<Vec<_>>())
    .bind(levels.iter().map(|(id, level)| level.kept() + held.get(id).copied().unwrap_or_default()).collect::<Vec<_>>())
    .bind(now)
    .bind(expires_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Says which variants there are too few of, and how many there are.
pub fn refuse_short(short: Vec<(VariantId, i64)>) -> Result<(), AppError> {
    if short.is_empty() {
        return Ok(());
    }
    let fields = short
        .into_iter()
        .map(|(id, available)| FieldError::new(id.to_string(), "out_of_stock").with("available", available))
        .collect();
    Err(AppError { fields, ..AppError::conflict("out_of_stock") })
}
