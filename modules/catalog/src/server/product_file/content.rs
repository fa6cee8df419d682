//! A product as a file holds it.

use std::collections::BTreeMap;

use orion_kernel::Currency;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::model::ProductStatus;

/// A product as a file holds it, in one canonical form: two files that mean the same are equal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileProduct {
    /// The row it begins at.
    #[serde(skip)]
    pub row: u32,
    /// Its part of its address.
    pub handle: String,
    /// Its name.
    pub title: String,
    /// Its description, cleaned.
    pub description_html: String,
    /// Who makes it.
    pub vendor: String,
    /// What sort of thing it is.
    pub kind: String,
    /// Its tags, in order.
    pub tags: Vec<String>,
    /// Whether it is for sale.
    pub status: ProductStatus,
    /// Whether it is a gift card.
    pub is_gift_card: bool,
    /// For search engines.
    pub seo_title: String,
    /// For search engines.
    pub seo_description: String,
    /// Values without a meaning here, by column; never empty.
    pub extra: BTreeMap<String, String>,
    /// Its options in order; none for a product in one version.
    pub options: Vec<FileOption>,
    /// Its variants in order; at least one.
    pub variants: Vec<FileVariant>,
    /// Its pictures in order.
    pub pictures: Vec<FilePicture>,
}

/// An option and its values in the order they appear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileOption {
    /// Its name.
    pub name: String,
    /// Its values.
    pub values: Vec<String>,
}

/// A variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileVariant {
    /// A value for each option.
    pub options: Vec<String>,
    /// Stock keeping unit.
    pub sku: String,
    /// GTIN, EAN, ISBN.
    pub barcode: String,
    /// What it costs.
    pub price_minor: i64,
    /// What it cost before.
    pub compare_at_minor: Option<i64>,
    /// What it costs the merchant.
    pub cost_minor: Option<i64>,
    /// In what.
    pub currency: Currency,
    /// Its weight.
    pub weight_grams: i32,
    /// The unit its weight is shown in.
    pub weight_unit: String,
    /// Whether it is sent.
    pub requires_shipping: bool,
    /// Whether tax is included in its price.
    pub is_taxable: bool,
    /// A code for its tax.
    pub tax_code: String,
    /// Its picture, as one of the product's pictures names its source.
    pub picture: Option<String>,
    /// Values without a meaning here, by column; never empty.
    pub extra: BTreeMap<String, String>,
    /// How many there are. Not part of the hash: it changes with every sale.
    #[serde(skip)]
    pub quantity: Option<i64>,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FilePicture {
    /// Its address, or a path beside the file.
    pub source: String,
    /// What it shows.
    pub alt: String,
}

impl FileProduct {
    /// Of everything but quantities.
    pub fn hash(&self) -> [u8; 32] {
        // A structure of texts and numbers always has a JSON form.
        Sha256::digest(serde_json::to_vec(self).unwrap_or_default()).into()
    }

    /// Of everything, quantities too.
    pub fn hash_with_quantities(&self) -> [u8; 32] {
        let quantities: Vec<_> = self.variants.iter().map(|variant| variant.quantity).collect();
        let mut digest = Sha256::new_with_prefix(self.hash());
        digest.update(serde_json::to_vec(&quantities).unwrap_or_default());
        digest.finalize().into()
    }

    /// Whether two products are the same in everything but quantities.
    pub fn is_same(&self, other: &Self) -> bool {
        self.hash() == other.hash()
    }
}

impl FileVariant {
    /// What the file says about the variant's stock: nothing, that it is not counted, or how many there are.
    ///
    /// Without a tracker, files hold 0 for what is not counted; a number above was put there by somebody. What sells on when
    /// there is none is not counted either.
    pub fn stock(&self) -> Option<Option<i64>> {
        let extra = |name: &str| self.extra.get(name).map_or("", String::as_str);
        let sells_on =
            ["continue", "true"].iter().any(|word| extra("Variant Inventory Policy").eq_ignore_ascii_case(word));
        match self.quantity {
            _ if sells_on => Some(None),
            Some(quantity) if !extra("Variant Inventory Tracker").is_empty() => Some(Some(quantity.max(0))),
            Some(quantity) if quantity > 0 => Some(Some(quantity)),
            Some(_) => Some(None),
            None => None,
        }
    }
}
