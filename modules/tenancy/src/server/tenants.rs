//! Merchants and stores as operators run them.

mod create_merchant;
mod create_store;
mod delete_store;
mod download_export;
mod erase_store;
mod export_store;
mod merchant_details;
mod store_history;
mod store_tables;
mod suspend_store;
mod transfer_merchant;
mod zip;

pub use create_merchant::{create_merchant, save_merchant};
pub use create_store::{create_store, save_store};
pub use delete_store::{cancel_deletion, request_deletion};
pub use download_export::routes as export_routes;
pub use erase_store::{ERASE_DUE, EraseStore, erase_store};
pub use export_store::{EXPIRE, ExpireExports, ExportStore, export_store};
pub use merchant_details::merchant_details;
pub(super) use store_history::{exports, history};
pub use suspend_store::{reactivate_store, suspend_store};
pub use transfer_merchant::transfer_merchant;
