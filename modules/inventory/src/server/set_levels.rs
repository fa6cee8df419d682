//! Puts new numbers on shelves: counted, received, corrected, or not counted any more.

use std::collections::BTreeMap;

use orion_contracts::{VariantId, catalog::Catalog};
use orion_kernel::{AppError, Locale};
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use super::{
    ledger::{Change, Words, write},
    levels::{holds_on, lock_levels},
};
use crate::model::{Hold, Level, MAX_ON_HAND, Reason, covered};

/// What a shelf is to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// This many, as somebody counted. `noted` writes down a count that found what was expected as well.
    Counted { quantity: i64, noted: bool },
    /// So many more or fewer.
    Moved { delta: i64, reason: Reason },
    /// Not counted any more.
    Stopped,
}

/// Sets shelves. Variants that neither the catalogue nor this module knows are left out. Where less is on the shelf than is
/// held, the shelf is right: the latest holds are dropped.
///
/// # Errors
///
/// `Invalid` for a number no shelf can hold, `Conflict` with `below_zero` or `not_counted`.
pub async fn set_levels(tx: &mut Tx, targets: &BTreeMap<VariantId, Target>, words: Words<'_>) -> Result<()> {
    let ids: Vec<Uuid> = targets.keys().map(|id| id.0).collect();
    take_in(tx, targets.keys().copied().collect()).await?;
    let levels = lock_levels(tx, &ids).await?;
    let mut holds: BTreeMap<VariantId, Vec<Hold>> = BTreeMap::new();
    for hold in holds_on(tx, &ids).await? {
        holds.entry(hold.variant_id).or_default().push(hold);
    }
    let (mut changes, mut released) = (Vec::new(), Vec::new());
    for (id, target) in targets {
        let Some(level) = levels.get(id) else { continue };
        let Some((is_counted, on_hand, reason)) = outcome(level, *target)? else { continue };
        let (reserved, dropped) = covered(on_hand, holds.remove(id).unwrap_or_default());
        released.extend(dropped);
        changes.push(Change {
            variant_id: *id,
            is_counted,
            on_hand,
            reserved,
            noted: Some((reason, on_hand - level.on_hand)),
        });
    }
    write(tx, &changes, &released, words).await
}

/// What becomes of a shelf; nothing when it stays as it is.
fn outcome(level: &Level, target: Target) -> Result<Option<(bool, i64, Reason)>, AppError> {
    let possible = |on_hand: i64| {
        if on_hand > MAX_ON_HAND { Err(AppError::invalid("invalid_quantity")) } else { Ok(on_hand) }
    };
    Ok(match target {
        Target::Counted { quantity, .. } if quantity < 0 => return Err(AppError::invalid("invalid_quantity")),
        Target::Counted { quantity, noted } => {
            let is_news = noted || !level.is_counted || quantity != level.on_hand;
            is_news.then_some((true, possible(quantity)?, Reason::Counted))
        }
        Target::Moved { .. } if !level.is_counted => return Err(AppError::conflict("not_counted")),
        Target::Moved { delta, reason } => match level.on_hand.saturating_add(delta) {
            ..0 => return Err(AppError::conflict("below_zero").with("on_hand", level.on_hand)),
            on_hand => Some((true, possible(on_hand)?, reason)),
        },
        Target::Stopped => level.is_counted.then_some((false, 0, Reason::Stopped)),
    })
}

/// Makes variants known here, with their names for lists and searches; those known already get their names of today.
async fn take_in(tx: &mut Tx, ids: Vec<VariantId>) -> Result<()> {
    let locale = tx.ctx().store()?.locales.first().copied().unwrap_or(Locale::En);
    let catalog = tx.ctx().port::<dyn Catalog>();
    let found: BTreeMap<_, _> = catalog.variants(tx, &ids, locale).await?.into_iter().collect();
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let mut columns: [Vec<&str>; 3] = Default::default();
    for variant in found.values() {
        columns[0].push(&variant.product_title);
        columns[1].push(&variant.variant_title);
        columns[2].push(&variant.sku);
    }
    let [titles, variant_titles, skus] = columns;
    sqlx::query(
        "insert into inventory.stock_levels as l
             (store_id, variant_id, product_id, title, variant_title, sku, is_counted, updated_at)
         select $1, v.variant_id, v.product_id, v.title, v.variant_title, v.sku, false, $7
         from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[])
             as v (variant_id, product_id, title, variant_title, sku)
         order by v.variant_id
         on conflict (store_id, variant_id) do update
         set product_id = excluded.product_id, title = excluded.title, variant_title = excluded.variant_title,
             sku = excluded.sku
         where (l.product_id, l.title, l.variant_title, l.sku)
             is distinct from (excluded.product_id, excluded.title, excluded.variant_title, excluded.sku)",
    )
    .bind(store.0)
    .bind(found.keys().map(|id| id.0).collect::<Vec<_>>())
    .bind(found.values().map(|variant| variant.product_id.0).collect::<Vec<_>>())
    .bind(titles)
    .bind(variant_titles)
    .bind(skus)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEVEL: Level = Level { is_counted: true, on_hand: 5, reserved: 2, own: 0, expired: 0 };

    fn moved(delta: i64) -> Target {
        Target::Moved { delta, reason: Reason::Corrected }
    }

    #[test]
    fn a_shelf_never_holds_less_than_nothing() {
        assert_eq!(outcome(&LEVEL, moved(-5)), Ok(Some((true, 0, Reason::Corrected))));
        assert_eq!(outcome(&LEVEL, moved(-6)), Err(AppError::conflict("below_zero").with("on_hand", 5)));
        assert_eq!(outcome(&LEVEL, moved(i64::MIN)).map_err(|error| error.code), Err("below_zero".into()));
        assert!(outcome(&LEVEL, moved(i64::MAX)).is_err());
        assert!(outcome(&LEVEL, Target::Counted { quantity: -1, noted: true }).is_err());
    }

    #[test]
    fn a_count_that_finds_what_was_expected_is_noted_when_somebody_went_to_look() {
        assert_eq!(outcome(&LEVEL, Target::Counted { quantity: 5, noted: false }), Ok(None));
        assert_eq!(outcome(&LEVEL, Target::Counted { quantity: 5, noted: true }), Ok(Some((true, 5, Reason::Counted))));
        let uncounted = Level { is_counted: false, on_hand: 0, reserved: 0, ..LEVEL };
        assert_eq!(
            outcome(&uncounted, Target::Counted { quantity: 0, noted: false }),
            Ok(Some((true, 0, Reason::Counted)))
        );
        assert_eq!(outcome(&uncounted, moved(1)), Err(AppError::conflict("not_counted")));
        assert_eq!(outcome(&uncounted, Target::Stopped), Ok(None));
    }
}
