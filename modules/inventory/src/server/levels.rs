//! Locks what is about to change, and says who holds what of it.

use std::collections::BTreeMap;

use orion_contracts::VariantId;
use orion_runtime::{Result, Tx};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::model::{Hold, Level};

#[derive(sqlx::FromRow)]
struct LevelRow {
    variant_id: Uuid,
    is_counted: bool,
    on_hand: i64,
    reserved: i64,
}

#[derive(sqlx::FromRow)]
struct HoldRow {
    owner: Uuid,
    variant_id: Uuid,
    quantity: i64,
    expires_at: OffsetDateTime,
}

/// Variants whose rows are locked, and the holds on them that do not stand in the owner's way.
pub struct Locked {
    /// The variants; what was never counted may be missing.
    pub levels: BTreeMap<VariantId, Level>,
    /// The owner's own holds, and what others let expire.
    pub loose: Vec<Hold>,
}

/// Locks variants, in the order of their ids as everyone does.
pub async fn lock_levels(tx: &mut Tx, ids: &[Uuid]) -> Result<BTreeMap<VariantId, Level>> {
    lock(tx, ids, None).await
}

/// Locks variants together with whatever else the owner holds.
pub async fn lock_for(tx: &mut Tx, owner: Uuid, ids: &[Uuid]) -> Result<Locked> {
    loop {
        let mut levels = lock(tx, ids, Some(owner)).await?;
        let loose = loose_holds(tx, owner, ids).await?;
        // A twin of this call may have taken a hold while this one waited: then that variant is locked as well.
        if loose.iter().any(|hold| !levels.contains_key(&hold.variant_id)) {
            continue;
        }
        for hold in &loose {
            if let Some(level) = levels.get_mut(&hold.variant_id) {
                let sum = if hold.owner == owner { &mut level.own } else { &mut level.expired };
                *sum += hold.quantity;
            }
        }
        return Ok(Locked { levels, loose });
    }
}

/// Every hold on variants that the caller has locked.
pub async fn holds_on(tx: &mut Tx, ids: &[Uuid]) -> Result<Vec<Hold>> {
    let store = tx.ctx().store_id()?;
    let rows: Vec<HoldRow> = sqlx::query_as(
        "select owner, variant_id, quantity, expires_at from inventory.reservations
         where store_id = $1 and variant_id = any($2)",
    )
    .bind(store.0)
    .bind(ids)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(HoldRow::hold).collect())
}

async fn lock(tx: &mut Tx, ids: &[Uuid], owner: Option<Uuid>) -> Result<BTreeMap<VariantId, Level>> {
    let store = tx.ctx().store_id()?;
    let rows: Vec<LevelRow> = sqlx::query_as(
        "select variant_id, is_counted, on_hand, reserved from inventory.stock_levels
         where store_id = $1 and variant_id in (
             select unnest($2::uuid[])
             union
             select r.variant_id from inventory.reservations r where r.store_id = $1 and r.owner = $3
         )
         order by variant_id for update",
    )
    .bind(store.0)
    .bind(ids)
    .bind(owner)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (VariantId(row.variant_id), row.level())).collect())
}

async fn loose_holds(tx: &mut Tx, owner: Uuid, ids: &[Uuid]) -> Result<Vec<Hold>> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let rows: Vec<HoldRow> = sqlx::query_as(
        "select owner, variant_id, quantity, expires_at from inventory.reservations
         where store_id = $1 and (owner = $2 or (variant_id = any($3) and expires_at <= $4))",
    )
    .bind(store.0)
    .bind(owner)
    .bind(ids)
    .bind(now)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(HoldRow::hold).collect())
}

impl LevelRow {
    fn level(&self) -> Level {
        Level { is_counted: self.is_counted, on_hand: self.on_hand, reserved: self.reserved, own: 0, expired: 0 }
    }
}

impl HoldRow {
    fn hold(self) -> Hold {
        Hold {
            owner: self.owner,
            variant_id: VariantId(self.variant_id),
            quantity: self.quantity,
            expires_at: self.expires_at,
        }
    }
}
