//! The list of orders.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    Amount, BulkAction, Choice, Column, Confirm, Empty, Filter, IconName, ResourceIndex, Scope, may, page::locale,
    use_index_query,
};

use crate::{
    components::{FulfilmentBadge, PaymentBadge, fulfilment_label, payment_label},
    error,
    i18n::{page, td_string},
    model::{Fulfilment, Payment},
    paths, permissions,
    server_fns::store::{FulfilOrders, count_orders, list_orders},
    views::OrderRow,
};

/// All orders of the store.
#[component]
pub fn OrderIndex() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let fulfil = ServerAction::<FulfilOrders>::new();
    let rows = Resource::new(move || (query.get(), fulfil.version().get()), |(query, _)| list_orders(query));
    let counts = Resource::new(move || fulfil.version().get(), |_| count_orders());
    let bulk = if may(permissions::EDIT) {
        vec![
            BulkAction::new(td_string!(l, index.fulfil), fulfil)
                .confirm(Confirm::new(td_string!(l, index.fulfil_title), td_string!(l, index.fulfil_body)))
                .done(td_string!(l, index.fulfil_done))
                .error_text(error::text),
        ]
    } else {
        Vec::new()
    };
    view! {
        <ResourceIndex
            title=td_string!(l, index.title)
            path=paths::ORDERS
            query
            rows
            columns=columns()
            row_href=|row: &OrderRow| paths::order(row.number)
            row_id=|row: &OrderRow| row.id.to_string()
            scopes=vec![
                Scope::new("", td_string!(l, index.all)),
                Scope::new("unfulfilled", td_string!(l, index.unfulfilled)),
                Scope::new("unpaid", td_string!(l, index.unpaid)),
                Scope::new("cancelled", td_string!(l, index.cancelled)),
            ]
            counts
            filters=filters()
            search=td_string!(l, index.search)
            bulk
            empty=Empty::new(td_string!(l, index.empty_title), td_string!(l, index.empty_body)).icon(IconName::Inbox)
        />
    }
}

fn columns() -> Vec<Column<OrderRow>> {
    let l = page();
    vec![
        Column::new(td_string!(l, index.number), |row: &OrderRow| row.name.clone()).sort("number"),
        Column::new(td_string!(l, index.placed), |row: &OrderRow| fmt::date_time(locale(), row.placed_at))
            .sort("placed"),
        Column::new(td_string!(l, index.customer), |row: &OrderRow| row.customer_name.clone()).sort("customer"),
        Column::new(td_string!(l, payment.title), |row: &OrderRow| {
            view! { <PaymentBadge payment=row.states.payment/> }
        }),
        Column::new(td_string!(l, fulfilment.title), |row: &OrderRow| view! { <FulfilmentBadge states=row.states/> }),
        Column::new(td_string!(l, index.items), |row: &OrderRow| fmt::number(locale(), row.quantity)).end().aside(),
        Column::new(td_string!(l, index.total), |row: &OrderRow| view! { <Amount value=row.total/> })
            .end()
            .sort("total"),
    ]
}

fn filters() -> Vec<Filter> {
    let l = page();
    let payments = Payment::ALL.iter().map(|state| Choice::new(state.code(), payment_label(*state))).collect();
    let fulfilments = Fulfilment::ALL.iter().map(|state| Choice::new(state.code(), fulfilment_label(*state))).collect();
    vec![
        Filter::choice("payment", td_string!(l, payment.title), payments),
        Filter::choice("fulfilment", td_string!(l, fulfilment.title), fulfilments),
        Filter::date("from", td_string!(l, index.from)),
        Filter::date("until", td_string!(l, index.until)),
    ]
}
