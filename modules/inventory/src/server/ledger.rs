//! Writes new levels together with their entries in the ledger: one cannot happen without the other.

use orion_contracts::{MovementId, VariantId};
use orion_runtime::{Ctx, PrincipalKind, Result, Tx};
use uuid::Uuid;

use crate::model::{Hold, Level, Reason};

/// What becomes of a variant whose row is locked.
pub struct Change {
    /// Which.
    pub variant_id: VariantId,
    /// Whether it is counted from now on.
    pub is_counted: bool,
    /// On the shelf from now on.
    pub on_hand: i64,
    /// Held from now on.
    pub reserved: i64,
    /// What the ledger says about it; nothing for a mere release.
    pub noted: Option<(Reason, i64)>,
}

impl Change {
    /// What a level becomes when `delta` units move.
    pub const fn of(variant_id: VariantId, level: &Level, delta: i64, reserved: i64, reason: Reason) -> Self {
        Self { variant_id, is_counted: true, on_hand: level.on_hand + delta, reserved, noted: Some((reason, delta)) }
    }
}

/// What stands beside the numbers.
#[derive(Clone, Copy, Default)]
pub struct Words<'t> {
    /// An order's number.
    pub reference: &'t str,
    /// What somebody wrote.
    pub note: &'t str,
}

/// Makes the changes, removes the holds, writes the ledger, in one statement. The variants are locked.
pub async fn write(tx: &mut Tx, changes: &[Change], released: &[Hold], words: Words<'_>) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let (actor_id, actor_name) = actor(tx.ctx());
    let noted: Vec<_> = changes.iter().filter_map(|change| change.noted.map(|noted| (change, noted))).collect();
    let ids: Vec<Uuid> = noted.iter().map(|_| tx.new_id::<MovementId>().0).collect();
    let column = |value: fn(&Change) -> i64| changes.iter().map(value).collect::<Vec<_>>();
    sqlx::query(
        "with released as (
             delete from inventory.reservations r using unnest($2::uuid[], $3::uuid[]) as gone (owner, variant_id)
             where r.store_id = $1 and r.owner = gone.owner and r.variant_id = gone.variant_id
         ), noted as (
             insert into inventory.movements
                 (store_id, id, variant_id, delta, balance, reason, reference, note, actor_id, actor_name, at)
             select $1, m.id, m.variant_id, m.delta, m.balance, m.reason, $9, $10, $11, $12, $13
             from unnest($4::uuid[], $5::uuid[], $6::bigint[], $7::bigint[], $8::text[])
                 as m (id, variant_id, delta, balance, reason)
         )
         update inventory.stock_levels l
         set is_counted = c.is_counted, on_hand = c.on_hand, reserved = c.reserved, updated_at = $13
         from unnest($14::uuid[], $15::bool[], $16::bigint[], $17::bigint[]) as c (variant_id, is_counted, on_hand, reserved)
         where l.store_id = $1 and l.variant_id = c.variant_id",
    )
    .bind(store.0)
    .bind(released.iter().map(|hold| hold.owner).collect::<Vec<_>>())
    .bind(released.iter().map(|hold| hold.variant_id.0).collect::<Vec<_>>())
    .bind(ids)
    .bind(noted.iter().map(|(change, _)| change.variant_id.0).collect::<Vec<_>>())
    .bind(noted.iter().map(|(_, (_, delta))| *delta).collect::<Vec<_>>())
    .bind(noted.iter().map(|(change, _)| change.on_hand).collect::<Vec<_>>())
    .bind(noted.iter().map(|(_, (reason, _))| reason.code()).collect::<Vec<_>>())
    .bind(words.reference)
    .bind(words.note)
    .bind(actor_id)
    .bind(actor_name)
    .bind(now)
    .bind(changes.iter().map(|change| change.variant_id.0).collect::<Vec<_>>())
    .bind(changes.iter().map(|change| change.is_counted).collect::<Vec<_>>())
    .bind(column(|change| change.on_hand))
    .bind(column(|change| change.reserved))
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The member of the team who asks. Customers stay unnamed, for the ledger is never erased.
fn actor(ctx: &Ctx) -> (Option<Uuid>, String) {
    match ctx.principal() {
        Some(principal) if principal.kind != PrincipalKind::Customer => (Some(principal.id), principal.name.clone()),
        _ => (None, String::new()),
    }
}
