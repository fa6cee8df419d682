//! Who bought, and where it goes.

use leptos::prelude::*;
use orion_ui::{Card, DescriptionList, Fact, Link};

use crate::{
    components::AddressLines,
    i18n::{page, td_string},
    paths,
    views::OrderDetails,
};

/// The customer and the addresses.
#[component]
pub fn CustomerCards(
    /// The order.
    order: OrderDetails,
) -> AnyView {
    let l = page();
    let name = format!("{} {}", order.shipping_address.first_name, order.shipping_address.last_name);
    let account = match order.customer_id {
        Some(id) => view! { <Link href=paths::customer(id)>{td_string!(l, details.open_customer)}</Link> }.into_any(),
        None => view! { <p class="muted">{td_string!(l, details.no_account)}</p> }.into_any(),
    };
    let phone = order.shipping_address.phone.clone();
    let phone = (!phone.is_empty()).then(|| {
        let address = format!("tel:{phone}");
        view! { <Fact term=td_string!(l, details.phone)><Link href=address external=true>{phone}</Link></Fact> }
    });
    let email = order.email.clone();
    let billing = if order.billing_address == order.shipping_address {
        view! { <p class="muted">{td_string!(l, details.same_address)}</p> }.into_any()
    } else {
        view! { <AddressLines address=order.billing_address/> }.into_any()
    };
    view! {
        <Card title=td_string!(l, details.customer)>
            <div class="stack">
                <DescriptionList>
                    <Fact term=td_string!(l, details.name)>{name}</Fact>
                    <Fact term=td_string!(l, details.email)>
                        <Link href=format!("mailto:{email}") external=true>{email}</Link>
                    </Fact>
                    {phone}
                    <Fact term=td_string!(l, details.language)>{order.locale.name_in_own_language()}</Fact>
                </DescriptionList>
                {account}
            </div>
        </Card>
        <Card title=td_string!(l, details.shipping_address)><AddressLines address=order.shipping_address/></Card>
        <Card title=td_string!(l, details.billing_address)>{billing}</Card>
    }
    .into_any()
}
