//! What the cart comes to, and the way to the checkout.

use leptos::prelude::*;
use orion_kernel::{Boot, Money};
use orion_ui::{Amount, Button, Card, DescriptionList, Fact, LinkButton, Size, Variant};

use crate::{
    i18n::{page, td_string},
    paths,
};

/// The sum. A checkout that is not there is not offered.
pub fn summary(subtotal: Money, is_blocked: bool) -> AnyView {
    let l = page();
    let has_checkout = use_context::<Boot>().is_some_and(|boot| boot.has_module("checkout"));
    let checkout = has_checkout.then(|| {
        let label = td_string!(l, sum.checkout);
        if is_blocked {
            let reason = td_string!(l, sum.blocked);
            view! { <Button label variant=Variant::Primary size=Size::Large wide=true reason/> }.into_any()
        } else {
            view! { <LinkButton label href=paths::CHECKOUT variant=Variant::Primary size=Size::Large wide=true/> }
                .into_any()
        }
    });
    view! {
        <Card title=td_string!(l, sum.title)>
            <div class="stack">
                <DescriptionList sum=true>
                    <Fact term=td_string!(l, sum.subtotal) strong=true>
                        <Amount value=subtotal/>
                    </Fact>
                </DescriptionList>
                <p class="muted">{td_string!(l, sum.note)}</p>
                {checkout}
                <LinkButton label=td_string!(l, sum.go_on) href=paths::PRODUCTS variant=Variant::Plain wide=true/>
            </div>
        </Card>
    }
    .into_any()
}
