//! The catalogue through its doors: the shop, the back office, the import.

#[path = "catalog/bad_input.rs"]
mod bad_input;
#[path = "catalog/command_line.rs"]
mod command_line;
#[path = "catalog/compare.rs"]
mod compare;
#[path = "catalog/doors.rs"]
mod doors;
#[path = "catalog/edit_product.rs"]
mod edit_product;
#[path = "catalog/files.rs"]
mod files;
#[path = "catalog/import_products.rs"]
mod import_products;
#[path = "catalog/pictures.rs"]
mod pictures;
#[path = "catalog/refuse_files.rs"]
mod refuse_files;
#[path = "catalog/shop.rs"]
mod shop;
