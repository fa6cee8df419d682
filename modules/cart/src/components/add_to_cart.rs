//! The form on a product's page.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    BuyBar, CartCount, Form, FormLayout, Hidden, IconName, LinkButton, QuantityField, Size, SubmitButton, Toast, Tone,
    page::locale, use_toasts,
};

use crate::{
    error,
    i18n::{page, td_string},
    model::MAX_QUANTITY,
    paths,
    server_fns::AddLine,
};

/// Quantity and button. Without scripts it leads to the cart; with scripts the page stays, says so and counts.
#[component]
pub fn AddToCart(
    /// The chosen variant's id.
    variant: String,
) -> AnyView {
    if variant.is_empty() {
        return ().into_any();
    }
    let l = page();
    let add = ServerAction::<AddLine>::new();
    let (toasts, locale, cart) = (use_toasts(), locale(), use_context::<CartCount>());
    let is_in = RwSignal::new(false);
    Effect::new(move || {
        let change = match add.value().get() {
            Some(Ok(change)) => change,
            Some(Err(error)) => {
                if let Some(error) = error::unread_quantity(&error) {
                    add.value().set(Some(Err(error)));
                }
                return;
            }
            None => return,
        };
        if let Some(CartCount(count)) = cart {
            count.set(change.count);
        }
        is_in.set(true);
        toasts.show(if change.is_capped {
            let quantity = fmt::number(locale, change.quantity);
            Toast::new(td_string!(l, buy.capped, quantity = quantity)).tone(Tone::Warning)
        } else {
            Toast::new(td_string!(l, buy.added)).tone(Tone::Success)
        });
    });
    let to_cart = move || {
        is_in.get().then(|| view! { <LinkButton label=td_string!(l, buy.to_cart) href=paths::CART wide=true/> })
    };
    view! {
        <BuyBar>
            <Form action=add layout=FormLayout::Stack error_text=error::text>
                <Hidden name="variant_id" value=variant/>
                <QuantityField name="quantity" label=td_string!(l, buy.quantity) max=MAX_QUANTITY/>
                <SubmitButton label=td_string!(l, buy.add) size=Size::Large icon=IconName::ShoppingBag wide=true/>
            </Form>
            {to_cart}
        </BuyBar>
    }
    .into_any()
}
