//! What shoppers see.

use orion_contracts::{ProductId, VariantId, stock::Availability};
use orion_kernel::{Money, Paged};
use orion_ui::Picture;
use serde::{Deserialize, Serialize};

/// A product in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductCard {
    pub slug: String,
    pub title: String,
    pub vendor: String,
    /// Of its cheapest variant.
    pub price: Money,
    /// Whether other variants cost more.
    pub has_range: bool,
    pub compare_at: Option<Money>,
    pub image: Option<Picture>,
    pub is_sold_out: bool,
}

/// A link to a category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryLink {
    pub name: String,
    pub slug: String,
}

/// A list of products with what it can be narrowed by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The category; `None` for all products and for a search.
    pub category: Option<CategoryLink>,
    /// The categories above it, the topmost first.
    pub above: Vec<CategoryLink>,
    /// The categories right below it.
    pub below: Vec<CategoryLink>,
    pub products: Paged<ProductCard>,
    pub facets: Facets,
}

/// What a list can be narrowed by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets {
    pub vendors: Vec<FacetValue>,
    pub options: Vec<Facet>,
    /// The lowest and the highest price.
    pub prices: Option<(Money, Money)>,
}

/// An option with the values that products of the list have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    pub name: String,
    pub values: Vec<FacetValue>,
}

/// A value, and how many products have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    pub value: String,
    pub count: i64,
}

/// A product on its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductView {
    pub id: ProductId,
    pub slug: String,
    pub title: String,
    /// Cleaned when it was written.
    pub description_html: String,
    pub vendor: String,
    /// The way to it, the topmost category first.
    pub categories: Vec<CategoryLink>,
    pub options: Vec<OptionView>,
    /// At least one.
    pub variants: Vec<VariantView>,
    pub pictures: Vec<Picture>,
    pub related: Vec<ProductCard>,
    pub seo_title: String,
    pub seo_description: String,
    /// The page's absolute address, without a choice.
    pub canonical: String,
    /// For search engines.
    pub json_ld: String,
}

/// An option and its values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionView {
    pub name: String,
    pub values: Vec<String>,
}

/// A variant on its product's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VariantView {
    pub id: VariantId,
    /// A value for each option.
    pub options: Vec<String>,
    pub sku: String,
    pub barcode: String,
    pub price: Money,
    pub compare_at: Option<Money>,
    /// The lowest price of the last 30 days before the present one, where the present one is a reduction.
    pub lowest: Option<Money>,
    pub weight_grams: i32,
    pub requires_shipping: bool,
    pub is_taxable: bool,
    /// The place of its picture among the product's.
    pub picture: Option<usize>,
    pub availability: Availability,
}

impl VariantView {
    /// Whether one can be bought.
    #[must_use]
    pub fn is_available(&self) -> bool {
        self.availability.allows(1)
    }
}

impl ProductView {
    /// The variant to show: the asked one, else the first that can be bought, else the first.
    #[must_use]
    pub fn chosen(&self, asked: Option<VariantId>) -> usize {
        let place = |wanted: &dyn Fn(&VariantView) -> bool| self.variants.iter().position(wanted);
        asked
            .and_then(|id| place(&|variant| variant.id == id))
            .or_else(|| place(&VariantView::is_available))
            .unwrap_or_default()
    }
}
