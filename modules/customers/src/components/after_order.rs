//! An account for whoever has just ordered without one.

use leptos::prelude::*;
use orion_kernel::boot::boot;
use orion_ui::{Card, Checkbox, Form, Hidden};

use crate::{
    error,
    i18n::{page, td_string},
    server_fns::storefront::RegisterAfterCheckout,
};

/// One button: name, address and mailbox are those of the order. Nothing for whoever is signed in.
#[component]
pub fn AfterOrder(
    /// The checkout's id.
    checkout: String,
) -> AnyView {
    if checkout.is_empty() || boot().is_some_and(|boot| boot.principal.is_some()) {
        return ().into_any();
    }
    let l = page();
    let register = ServerAction::<RegisterAfterCheckout>::new();
    view! {
        <Card title=td_string!(l, after_order.title)>
            <div class="stack">
                <p>{td_string!(l, after_order.body)}</p>
                <Form action=register submit=td_string!(l, after_order.submit) error_text=error::text>
                    <Hidden name="checkout" value=checkout/>
                    <Checkbox name="accepts_marketing" label=td_string!(l, fields.accepts_marketing)/>
                </Form>
            </div>
        </Card>
    }
    .into_any()
}
