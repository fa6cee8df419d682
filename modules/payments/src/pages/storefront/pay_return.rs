//! Back from the provider's page.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_contracts::PaymentId;
use orion_kernel::AppError;
use orion_ui::Load;

use super::step::step_view;
use crate::server_fns::storefront::return_from_provider;

/// Asks how the payment ended and leads on; waits while nobody knows.
#[component]
pub fn PayReturn() -> impl IntoView {
    let params = use_params_map();
    let asked = Memo::new(move |_| params.with(|params| params.get("payment")).unwrap_or_default());
    let step = Resource::new(
        move || asked.get(),
        |payment| async move {
            let payment: PaymentId = payment.parse().map_err(|_| AppError::not_found())?;
            return_from_provider(payment).await
        },
    );
    view! { <Load value=step view=step_view/> }
}
