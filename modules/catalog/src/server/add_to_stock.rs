//! Makes new variants known to whoever keeps the stock.

use orion_contracts::{
    VariantId,
    stock::{Availability, Stock},
};
use orion_runtime::{Result, Tx};

/// A new variant is sold without being counted, unless the product's others are counted: then there is none of it yet.
pub async fn add_to_stock(tx: &mut Tx, new: &[VariantId], others: &[VariantId]) -> Result<()> {
    if new.is_empty() {
        return Ok(());
    }
    let stock = tx.ctx().port::<dyn Stock>();
    let is_counted = match others {
        [] => false,
        others => stock
            .availability(tx, others)
            .await?
            .values()
            .any(|availability| matches!(availability, Availability::Limited(_))),
    };
    let counts: Vec<_> = new.iter().map(|id| (*id, is_counted.then_some(0))).collect();
    Ok(stock.set_on_hand(tx, &counts, "").await?)
}
