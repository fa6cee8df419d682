//! What other modules need to know of products.

use std::collections::HashMap;

use async_trait::async_trait;
use orion_kernel::{AppError, Locale, Money, Work};
use serde::{Deserialize, Serialize};

use crate::{ProductId, VariantId};

/// A variant as carts, checkouts and orders show it, at its price of now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VariantView {
    /// The variant.
    pub id: VariantId,
    /// Its product.
    pub product_id: ProductId,
    /// The product's part of its address.
    pub product_slug: String,
    /// The product's name in the asked language.
    pub product_title: String,
    /// The chosen options, such as "Blue / M"; empty for a product without options.
    pub variant_title: String,
    /// The merchant's stock keeping unit; may be empty.
    pub sku: String,
    /// What it costs now, tax included.
    pub price: Money,
    /// The address of its picture.
    pub image_url: Option<String>,
    /// Its weight in grams.
    pub weight_grams: i32,
    /// Whether it is sent; a download is not.
    pub requires_shipping: bool,
    /// Whether a shopper may buy it: its product is published.
    pub is_published: bool,
}

/// Asks the catalogue.
#[async_trait]
pub trait Catalog: Send + Sync {
    /// The variants that exist among `ids`. One statement, however many.
    async fn variants(
        &self,
        work: &mut dyn Work,
        ids: &[VariantId],
        locale: Locale,
    ) -> Result<HashMap<VariantId, VariantView>, AppError>;
}

/// No catalogue: nothing exists.
pub struct NullCatalog;

#[async_trait]
impl Catalog for NullCatalog {
    async fn variants(
        &self,
        _: &mut dyn Work,
        _: &[VariantId],
        _: Locale,
    ) -> Result<HashMap<VariantId, VariantView>, AppError> {
        Ok(HashMap::new())
    }
}
