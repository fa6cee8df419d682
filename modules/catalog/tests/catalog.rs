//! The catalogue through its doors: the shop, the back office, the import.

#[path = "catalog/compare.rs"]
mod compare;
#[path = "catalog/doors.rs"]
mod doors;
#[path = "catalog/edit_product.rs"]
mod edit_product;
#[path = "catalog/import_products.rs"]
mod import_products;
#[path = "catalog/pictures.rs"]
mod pictures;
#[path = "catalog/shop.rs"]
mod shop;
