//! Products as the back office shows them.

use orion_contracts::{CategoryId, MediaId, ProductId, VariantId};
use orion_kernel::{Locale, Money, Paged};
use orion_ui::Picture;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::model::ProductStatus;

/// A product in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductRow {
    pub id: ProductId,
    pub title: String,
    pub status: ProductStatus,
    pub vendor: String,
    pub image: Option<Picture>,
    pub variants: i64,
    pub price: Money,
    /// Whether variants differ in price.
    pub has_range: bool,
    pub updated_at: OffsetDateTime,
}

/// What the list can be narrowed by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListChoices {
    pub vendors: Vec<String>,
    /// Ids and names.
    pub categories: Vec<(CategoryId, String)>,
}

/// A product in its form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Editor {
    pub id: ProductId,
    /// When it was last changed: posted along, so that nobody overwrites what they have not seen.
    pub version: String,
    pub status: ProductStatus,
    pub slug: String,
    pub vendor: String,
    pub kind: String,
    pub tags: Vec<String>,
    /// The store's languages, the default first.
    pub locales: Vec<Locale>,
    /// The language of `texts`.
    pub locale: Locale,
    pub texts: EditedTexts,
    /// The name in the store's default language.
    pub title: String,
    pub categories: Vec<CategoryChoice>,
    pub options: Vec<EditedOption>,
    pub variants: Paged<EditedVariant>,
    pub pictures: Vec<EditedPicture>,
    /// Its page in the storefront.
    pub storefront_url: String,
    pub created_at: OffsetDateTime,
    pub updated_at: OffsetDateTime,
}

/// A product's texts in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditedTexts {
    pub title: String,
    pub description_html: String,
    pub seo_title: String,
    pub seo_description: String,
}

/// A category a product may be in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryChoice {
    pub id: CategoryId,
    /// With the names of those above it.
    pub name: String,
    pub is_chosen: bool,
}

/// An option and its values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditedOption {
    pub name: String,
    pub values: Vec<String>,
}

/// A variant in the grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditedVariant {
    pub id: VariantId,
    /// Its values; empty for a product in one version.
    pub title: String,
    pub sku: String,
    pub barcode: String,
    pub price: Money,
    pub compare_at: Option<Money>,
    pub cost: Option<Money>,
    pub weight_grams: i32,
    pub requires_shipping: bool,
}

/// A picture of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditedPicture {
    pub id: MediaId,
    pub picture: Option<Picture>,
    pub alt: String,
    pub source: String,
    pub state: PictureState,
}

/// Whether a picture is here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureState {
    /// It is being fetched.
    Pending,
    /// It is kept.
    Stored,
    /// It could not be had, with the code of the reason.
    Unreachable(String),
}
