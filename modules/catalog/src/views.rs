//! What pages show, as server functions return it.

mod categories;
mod editor;
mod imports;
mod shop;

pub use categories::{CategoryEditor, CategoryNode};
pub use editor::{
    CategoryChoice, EditedOption, EditedPicture, EditedTexts, EditedVariant, Editor, ListChoices, PictureState,
    ProductRow,
};
pub use imports::{ImportDetails, ImportRow, ImportStatus, ImportView, MissingPicture, MissingPictures};
pub use shop::{CategoryLink, Facet, FacetValue, Facets, Listing, OptionView, ProductCard, ProductView, VariantView};
