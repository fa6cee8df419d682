//! Pages of the store's back office.

mod edit_page;
mod edit_texts;
mod new_page;
mod page_index;

pub use edit_page::EditPage;
pub use edit_texts::EditTexts;
pub use new_page::NewPage;
pub use page_index::PageIndex;
