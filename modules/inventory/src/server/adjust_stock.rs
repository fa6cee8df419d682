//! What the team does to a shelf by hand.

use std::collections::BTreeMap;

use orion_contracts::VariantId;
use orion_kernel::{AppError, Check};
use orion_runtime::{Ctx, Result, Tx};
use serde_json::json;

use super::{
    ledger::Words,
    set_levels::{Target, set_levels},
};
use crate::{
    forms::{Adjustment, AdjustmentKind, MAX_THRESHOLD, whole_number},
    model::Reason,
};

/// Receives, counts or corrects.
///
/// # Errors
///
/// `NotFound`, `Invalid`, `Conflict` with `not_counted`; a correction below zero is the quantity's error.
pub async fn adjust_stock(ctx: &Ctx, variant: VariantId, adjustment: &Adjustment) -> Result<()> {
    let quantity = adjustment.check()?;
    let target = match adjustment.kind {
        AdjustmentKind::Received => Target::Moved { delta: quantity, reason: Reason::Received },
        AdjustmentKind::Counted => Target::Counted { quantity, noted: true },
        AdjustmentKind::Corrected => Target::Moved { delta: quantity, reason: Reason::Corrected },
    };
    set(ctx, variant, target, adjustment.note.trim(), json!({ "kind": adjustment.kind, "quantity": quantity })).await
}

/// Sells the variant without end from now on.
///
/// # Errors
///
/// `NotFound`.
pub async fn stop_counting(ctx: &Ctx, variant: VariantId) -> Result<()> {
    set(ctx, variant, Target::Stopped, "", json!({ "kind": "stopped" })).await
}

/// Sets from where on down the variant counts as low.
///
/// # Errors
///
/// `NotFound`, `Invalid`.
pub async fn set_threshold(ctx: &Ctx, variant: VariantId, threshold: &str) -> Result<()> {
    let threshold = whole_number("threshold", threshold)?;
    let mut check = Check::new();
    check.range("threshold", threshold, 0..=MAX_THRESHOLD);
    check.finish()?;
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let done = sqlx::query(
        "update inventory.stock_levels set low_stock_threshold = $3, updated_at = $4 where store_id = $1 and variant_id = $2",
    )
    .bind(store.0)
    .bind(variant.0)
    .bind(threshold)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    if done.rows_affected() == 0 {
        return Err(AppError::not_found().into());
    }
    tx.audit("stock.threshold_set", ("variant", variant), json!({ "threshold": threshold })).await?;
    tx.commit().await
}

async fn set(ctx: &Ctx, variant: VariantId, target: Target, note: &str, deed: serde_json::Value) -> Result<()> {
    let mut tx = ctx.begin().await?;
    set_levels(&mut tx, &BTreeMap::from([(variant, target)]), Words { reference: "", note })
        .await
        .map_err(of_quantity)?;
    if !is_known(&mut tx, variant).await? {
        return Err(AppError::not_found().into());
    }
    tx.audit("stock.adjusted", ("variant", variant), deed).await?;
    tx.commit().await
}

/// What the shelf refuses is wrong with the number that was entered.
fn of_quantity(error: orion_runtime::Error) -> orion_runtime::Error {
    match error {
        orion_runtime::Error::App(error) if error.code == "below_zero" || error.code == "invalid_quantity" => {
            let mut refused = AppError::field("quantity", error.code);
            refused.fields[0].params = error.params;
            refused.into()
        }
        other => other,
    }
}

async fn is_known(tx: &mut Tx, variant: VariantId) -> Result<bool> {
    let store = tx.ctx().store_id()?;
    Ok(sqlx::query_scalar("select exists (select from inventory.stock_levels where store_id = $1 and variant_id = $2)")
        .bind(store.0)
        .bind(variant.0)
        .fetch_one(tx.conn())
        .await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_that_was_entered_is_marked() {
        let orion_runtime::Error::App(error) = of_quantity(AppError::conflict("below_zero").with("on_hand", 5).into())
        else {
            panic!("an error for people");
        };
        assert_eq!(error.fields[0].field, "quantity");
        assert_eq!(error.fields[0].params, [("on_hand".to_owned(), "5".to_owned())]);
    }
}
