//! What it comes to.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Amount, DescriptionList, Fact, page::locale};

use crate::{
    i18n::{page, td_string},
    views::OrderDetails,
};

/// Subtotal, shipping, total with the tax in it, refunds.
#[component]
pub fn Sums(
    /// The order.
    order: OrderDetails,
) -> AnyView {
    let l = page();
    let subtotal = order.total.checked_sub(order.shipping).unwrap_or(order.total);
    let shipping = if order.shipping.is_zero() {
        td_string!(l, details.free).into_any()
    } else {
        view! { <Amount value=order.shipping/> }.into_any()
    };
    let tax = (!order.tax.is_zero()).then(|| {
        let term = td_string!(l, details.tax, rate = fmt::percent(locale(), order.tax_rate));
        view! { <Fact term><Amount value=order.tax/></Fact> }
    });
    let refunded = (!order.refunded.is_zero())
        .then(|| view! { <Fact term=td_string!(l, details.refunded)><Amount value=order.refunded/></Fact> });
    view! {
        <DescriptionList sum=true>
            <Fact term=td_string!(l, details.subtotal)><Amount value=subtotal/></Fact>
            <Fact term=td_string!(l, details.shipping, name = order.shipping_name)>{shipping}</Fact>
            <Fact term=td_string!(l, details.total) strong=true><Amount value=order.total/></Fact>
            {tax}
            {refunded}
        </DescriptionList>
    }
    .into_any()
}
