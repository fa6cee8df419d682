//! Pages of the back office.

mod category_editor;
mod category_index;
mod import_progress;
mod new_product;
mod product_editor;
mod product_import;
mod product_index;

pub use category_editor::{CategoryEditorPage, NewCategoryPage};
pub use category_index::CategoryIndex;
pub use import_progress::ImportProgressPage;
pub use new_product::NewProductPage;
pub use product_editor::ProductEditorPage;
pub use product_import::ProductImportPage;
pub use product_index::ProductIndex;
