//! The list of payments.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Amount, Choice, Column, Empty, Filter, IconName, ResourceIndex, Scope, page::locale, use_index_query};

use super::status::PaymentStatusBadge;
use crate::{
    i18n::{page, td_string},
    model::{CARD, TRANSFER},
    paths,
    server_fns::store::list_payments,
    views::PaymentRow,
};

/// All payments of the store.
#[component]
pub fn PaymentIndex() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let rows = Resource::new(move || query.get(), list_payments);
    view! {
        <ResourceIndex
            title=td_string!(l, index.title)
            path=paths::PAYMENTS
            query
            rows
            columns=columns()
            row_href=|row: &PaymentRow| paths::payment(row.id)
            scopes=vec![
                Scope::new("", td_string!(l, index.all)),
                Scope::new("succeeded", td_string!(l, status.succeeded)),
                Scope::new("deferred", td_string!(l, status.deferred)),
                Scope::new("failed", td_string!(l, status.failed)),
                Scope::new("attention", td_string!(l, index.attention)),
            ]
            filters=vec![Filter::choice(
                "method",
                td_string!(l, index.method),
                vec![Choice::new(CARD, td_string!(l, card.name)), Choice::new(TRANSFER, td_string!(l, transfer.name))],
            )]
            search=td_string!(l, index.search)
            empty=Empty::new(td_string!(l, index.empty_title), td_string!(l, index.empty_body)).icon(IconName::CreditCard)
        />
    }
}

fn columns() -> Vec<Column<PaymentRow>> {
    let l = page();
    vec![
        Column::new(td_string!(l, index.created), |row: &PaymentRow| fmt::date_time(locale(), row.created_at))
            .sort("created"),
        Column::new(td_string!(l, index.email), |row: &PaymentRow| row.email.clone()),
        Column::new(td_string!(l, index.method), |row: &PaymentRow| row.method_name.clone()).aside(),
        Column::new(td_string!(l, index.status), |row: &PaymentRow| {
            view! { <PaymentStatusBadge status=row.status is_partly_refunded=row.is_partly_refunded/> }
        }),
        Column::new(td_string!(l, index.amount), |row: &PaymentRow| view! { <Amount value=row.amount/> })
            .end()
            .sort("amount"),
    ]
}
