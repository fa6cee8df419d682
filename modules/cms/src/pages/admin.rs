//! Pages of the admin.

mod edit_page;
mod new_page;
mod page_index;

pub use edit_page::EditPage;
pub use new_page::NewPage;
pub use page_index::PageIndex;
