//! Where the pages are, below a frontend's base.

use orion_contracts::{CategoryId, ImportId, ProductId, VariantId};

/// All products: in the storefront, and in the back office.
pub const PRODUCTS: &str = "/products";
/// A new product, in the back office.
pub const NEW_PRODUCT: &str = "/products/new";
/// Importing products from a file, in the back office.
pub const IMPORT: &str = "/products/import";
/// All products as a file, in the back office.
pub const EXPORT: &str = "/products/export.csv";
/// The categories, in the back office.
pub const CATEGORIES: &str = "/categories";
/// A new category, in the back office.
pub const NEW_CATEGORY: &str = "/categories/new";
/// The search, in the storefront.
pub const SEARCH: &str = "/search";

/// A product's page in the storefront.
#[must_use]
pub fn product(slug: &str) -> String {
    format!("/products/{slug}")
}

/// A product's page in the storefront with a variant chosen.
#[must_use]
pub fn variant(slug: &str, variant: VariantId) -> String {
    format!("/products/{slug}?variant={variant}")
}

/// A category's page in the storefront.
#[must_use]
pub fn category(slug: &str) -> String {
    format!("/categories/{slug}")
}

/// A product in the back office.
#[must_use]
pub fn edit_product(id: ProductId) -> String {
    format!("/products/{id}")
}

/// The key of the texts' language in a product's address; `language` means that of the page everywhere.
pub const TEXTS: &str = "texts";

/// A product in the back office, with its texts in a language.
#[must_use]
pub fn edit_product_texts(id: ProductId, language: &str) -> String {
    format!("/products/{id}?{TEXTS}={language}")
}

/// A category in the back office.
#[must_use]
pub fn edit_category(id: CategoryId) -> String {
    format!("/categories/{id}")
}

/// One run of the import, in the back office.
#[must_use]
pub fn import(id: ImportId) -> String {
    format!("/products/imports/{id}")
}

/// What was wrong with an import, as a file.
#[must_use]
pub fn import_errors(id: ImportId) -> String {
    format!("/products/imports/{id}/errors.csv")
}
