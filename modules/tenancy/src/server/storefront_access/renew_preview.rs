//! Makes the secret link anew: whoever has the one there was is let in no more.

use orion_runtime::{Ctx, Result};

use crate::server::store_change::StoreChange;

/// Ends every link and every look there is, the team's own included.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn renew_preview(ctx: &Ctx) -> Result<()> {
    let mut change = StoreChange::begin(ctx).await?;
    sqlx::query("update tenancy.stores set preview_version = preview_version + 1 where id = $1")
        .bind(ctx.store_id()?.0)
        .execute(change.tx.conn())
        .await?;
    change.commit("tenancy.storefront_link_renewed").await
}
