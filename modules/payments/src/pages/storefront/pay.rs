//! On to the provider's page.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_contracts::PaymentId;
use orion_kernel::AppError;
use orion_ui::Load;

use super::step::step_view;
use crate::server_fns::storefront::open_payment;

/// Opens the provider's page and leads there.
#[component]
pub fn Pay() -> impl IntoView {
    let params = use_params_map();
    let asked = Memo::new(move |_| params.with(|params| params.get("payment")).unwrap_or_default());
    let step = Resource::new(
        move || asked.get(),
        |payment| async move {
            let payment: PaymentId = payment.parse().map_err(|_| AppError::not_found())?;
            open_payment(payment).await
        },
    );
    view! { <Load value=step view=step_view/> }
}
