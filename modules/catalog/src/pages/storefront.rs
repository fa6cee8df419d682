//! Pages of the storefront.

mod category;
mod listing;
mod product;
mod products;
mod search;

pub use category::CategoryPage;
pub use product::ProductPage;
pub use products::ProductsPage;
pub use search::SearchPage;
