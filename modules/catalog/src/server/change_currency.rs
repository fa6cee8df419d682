//! What happens to prices when the store sells in another currency: they keep their figures. There are no orders yet.

use orion_contracts::stores::StoreCurrencyChanged;
use orion_kernel::{AppError, Currency};
use orion_runtime::{EventHandler, Result, Tx};

/// The module's reactions.
pub fn handlers() -> Vec<EventHandler> {
    vec![EventHandler::on::<StoreCurrencyChanged>("catalog.change_currency", "catalog", |tx, event| {
        Box::pin(async move { change_currency(tx, event.currency).await.map_err(AppError::from) })
    })]
}

async fn change_currency(tx: &mut Tx, currency: Currency) -> Result<()> {
    let store = tx.ctx().store_id()?;
    sqlx::query("update catalog.variants set currency = $2 where store_id = $1 and currency <> $2")
        .bind(store.0)
        .bind(currency.code())
        .execute(tx.conn())
        .await?;
    Ok(())
}
