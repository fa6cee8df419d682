//! Which addresses does a customer keep?

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result};

use super::{stored, who::customer_of};
use crate::{model::AddressId, views::SavedAddress};

/// All of them, the default first.
pub async fn addresses(ctx: &Ctx) -> Result<Vec<SavedAddress>> {
    let mut tx = ctx.begin().await?;
    stored::addresses(&mut tx, ctx.store_id()?, customer_of(ctx)?).await
}

/// One of them; another customer's does not exist.
pub async fn address(ctx: &Ctx, id: AddressId) -> Result<SavedAddress> {
    let found = addresses(ctx).await?.into_iter().find(|address| address.id == id);
    Ok(found.ok_or_else(AppError::not_found)?)
}
