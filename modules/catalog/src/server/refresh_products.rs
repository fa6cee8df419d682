//! Brings what is derived from products up to date after they changed: the range of their prices, and the search.

use orion_runtime::{Result, Tx};
use uuid::Uuid;

/// For these products, in one statement.
pub async fn refresh_products(tx: &mut Tx, ids: &[Uuid]) -> Result<()> {
    let store = tx.ctx().store_id()?;
    sqlx::query("select catalog.refresh_products($1, $2)").bind(store.0).bind(ids).execute(tx.conn()).await?;
    Ok(())
}
