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

use leptos::prelude::*;
use orion_kernel::{Boot, Permission};

use crate::i18n::{page, td_string};

/// Why whoever looks may not do this; empty when they may. The server decides for itself.
pub(super) fn refusal(permission: Permission) -> String {
    let may =
        use_context::<Boot>().and_then(|boot| boot.principal).is_some_and(|principal| principal.may(permission.0));
    if may { String::new() } else { td_string!(page(), switch.not_allowed).to_owned() }
}
