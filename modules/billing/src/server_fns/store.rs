//! What the store's back office asks.

use leptos::prelude::*;
use orion_kernel::AppError;

use crate::views::Plan;

/// The merchant's plan; none where the platform asks nothing of them.
#[server(prefix = "/api/v1/store/billing", endpoint = "plan")]
pub async fn read_plan() -> Result<Option<Plan>, AppError> {
    let ctx = orion_runtime::ctx(crate::permissions::VIEW_INVOICES).await?;
    Ok(crate::server::plan(&ctx).await?)
}
