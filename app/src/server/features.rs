//! What the merchant's tier includes, for the pages of the back office.

use std::collections::BTreeMap;

use orion_contracts::features::Features;
use orion_kernel::{Frontend, boot::FeatureState};
use orion_runtime::{Ctx, Result};

/// The state of each feature that some tier decides on. When nobody can say, none is locked: pages only explain with it,
/// and the server decides for itself.
pub async fn features(ctx: &Ctx) -> BTreeMap<String, FeatureState> {
    if ctx.scope().frontend != Frontend::Store || ctx.principal().is_none() {
        return BTreeMap::new();
    }
    ask(ctx).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "the page does not know the merchant's features");
        BTreeMap::new()
    })
}

async fn ask(ctx: &Ctx) -> Result<BTreeMap<String, FeatureState>> {
    let mut tx = ctx.begin().await?;
    Ok(ctx.port::<dyn Features>().states(&mut tx).await?)
}
