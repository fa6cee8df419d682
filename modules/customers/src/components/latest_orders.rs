//! A customer's latest orders.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Amount, Badge, Column, DataTable, Tone, page::locale};

use crate::{
    i18n::{page, td_string},
    paths,
    views::OrderSummary,
};

/// Number, date, whether it was sent, and what it came to; each leads to its page.
#[component]
pub fn LatestOrders(
    /// The orders.
    orders: Vec<OrderSummary>,
) -> AnyView {
    let l = page();
    view! {
        <DataTable
            caption=td_string!(l, orders.latest)
            columns=vec![
                Column::new(td_string!(l, orders.number), |order: &OrderSummary| order.name.clone()),
                Column::new(td_string!(l, orders.date), |order: &OrderSummary| fmt::date(locale(), order.placed_at)),
                Column::new(td_string!(l, orders.state), |order: &OrderSummary| state(order.is_sent)),
                Column::new(
                    td_string!(l, orders.total),
                    |order: &OrderSummary| view! { <Amount value=order.total/> },
                )
                .end(),
            ]
            rows=orders
            row_href=|order: &OrderSummary| paths::order(&order.number)
        />
    }
    .into_any()
}

fn state(is_sent: bool) -> AnyView {
    let l = page();
    let (label, tone) = if is_sent {
        (td_string!(l, orders.sent), Tone::Success)
    } else {
        (td_string!(l, orders.not_sent), Tone::Neutral)
    };
    view! { <Badge label tone/> }.into_any()
}
