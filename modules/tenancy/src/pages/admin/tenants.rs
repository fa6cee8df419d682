//! Pages about merchants and stores, and what can be done with them.

mod deeds;
mod deletion_card;
mod export_card;
mod impersonate_card;
mod merchant_details;
mod merchant_new;
mod store_form;
mod store_new;
mod suspend_card;

pub(super) use deeds::Deeds;
pub(super) use deletion_card::DeletionCard;
pub(super) use export_card::ExportCard;
pub(super) use impersonate_card::{ImpersonateCustomer, ImpersonateMember};
pub use merchant_details::MerchantDetailsPage;
pub use merchant_new::NewMerchantPage;
pub(super) use store_form::StoreForm;
pub use store_new::NewStorePage;
pub(super) use suspend_card::SuspendCard;
