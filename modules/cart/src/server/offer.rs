//! What can be had of a variant right now?

use orion_contracts::{
    CartId, VariantId,
    catalog::{Catalog, VariantView},
    stock::{Availability, Stock},
};
use orion_kernel::{AppError, ErrorKind};
use orion_runtime::{Result, Tx};

use crate::model::limit;

/// A variant that is offered, and how many of it a cart may hold: at least one.
pub struct Offer {
    /// The variant.
    pub variant: VariantView,
    /// The most of it.
    pub limit: i64,
}

impl Offer {
    /// What it is called in a cart that outlives it.
    pub fn title(&self) -> String {
        if self.variant.variant_title.is_empty() {
            self.variant.product_title.clone()
        } else {
            format!("{}, {}", self.variant.product_title, self.variant.variant_title)
        }
    }
}

/// What can be had, for a cart or for a new one.
///
/// # Errors
///
/// `NotFound` for a variant that this store does not have, `Conflict` for one that is not offered, or sold out.
pub async fn offer(tx: &mut Tx, variant: VariantId, cart: Option<CartId>) -> Result<Offer> {
    let (locale, ids) = (tx.ctx().locale(), [variant]);
    let (catalog, stock) = (tx.ctx().port::<dyn Catalog>(), tx.ctx().port::<dyn Stock>());
    let variant = catalog
        .variants(tx, &ids, locale)
        .await?
        .remove(&variant)
        .ok_or_else(|| AppError::new(ErrorKind::NotFound, "product_unavailable"))?;
    if !variant.is_published {
        return Err(AppError::conflict("product_unavailable").into());
    }
    let availability = match cart {
        Some(cart) => stock.availability_for(tx, cart.0, &ids).await?,
        None => stock.availability(tx, &ids).await?,
    };
    let limit = limit(availability.get(&variant.id).copied().unwrap_or(Availability::Unlimited));
    if limit == 0 { Err(AppError::conflict("sold_out").into()) } else { Ok(Offer { variant, limit }) }
}
