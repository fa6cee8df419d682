//! Pages of the back office.

use std::collections::BTreeMap;

use leptos::prelude::*;
use orion_kernel::{AppError, Page as PageOf, Paged};
use serde::{Deserialize, Serialize};

use super::Named;
use crate::{
    Badge, Button, Card, Choice, Column, DataTable, DescriptionList, Empty, ErrorPage, Fact, Filter, Icon, IconName,
    IndexQuery, LinkButton, NotFoundPage, Pagination, ResourceDetails, ResourceIndex, Scope, SettingsPage,
    SettingsSection, Switch, TextField, Tone, Variant, use_index_query,
};

pub(super) const EXAMPLES: &[Named] = &[
    ("ResourceIndex", index),
    ("DataTable", table),
    ("ResourceDetails", details),
    ("SettingsPage", settings),
    ("Pagination", pages),
    ("NotFoundPage", missing),
    ("ErrorPage", broken),
];

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Row {
    number: String,
    customer: String,
    paid: bool,
    total: String,
}

fn rows() -> Vec<Row> {
    [
        ("#1044", "Anna Schmit", true, "182,90 €"),
        ("#1043", "Jean Weber", false, "64,00 €"),
        ("#1042", "Léa Muller", true, "12,50 €"),
    ]
    .into_iter()
    .map(|(number, customer, paid, total)| Row {
        number: number.to_owned(),
        customer: customer.to_owned(),
        paid,
        total: total.to_owned(),
    })
    .collect()
}

fn columns() -> Vec<Column<Row>> {
    vec![
        Column::new("Order", |row: &Row| row.number.clone()).sort("number"),
        Column::new("Customer", |row: &Row| row.customer.clone()),
        Column::new("Payment", |row: &Row| {
            let (label, tone) = if row.paid { ("Paid", Tone::Success) } else { ("Pending", Tone::Warning) };
            view! { <Badge label tone /> }
        }),
        Column::new("Total", |row: &Row| row.total.clone()).end().sort("total"),
    ]
}

fn index() -> AnyView {
    let query = use_index_query();
    let rows = Resource::new(
        move || query.get(),
        |_| async { Ok::<_, AppError>(Paged { items: rows(), total: 3, page: PageOf::default() }) },
    );
    let counts = Resource::new(
        || (),
        |()| async { Ok::<_, AppError>(BTreeMap::from([(String::new(), 3), ("unpaid".to_owned(), 1)])) },
    );
    let payment = vec![Choice::new("paid", "Paid"), Choice::new("pending", "Pending")];
    view! {
        <ResourceIndex
            title="Orders"
            path="/orders"
            query
            rows
            columns=columns()
            row_href=|row: &Row| format!("/orders/{}", row.number.trim_start_matches('#'))
            scopes=vec![Scope::new("", "All"), Scope::new("unpaid", "Unpaid")]
            counts
            filters=vec![Filter::choice("payment", "Payment", payment), Filter::date("since", "Since")]
            search="Number, name or email"
            actions=|| view! { <LinkButton label="New order" href="/orders/new" variant=Variant::Primary /> }
            empty=Empty::new("No orders yet", "They appear here as soon as somebody buys something.")
        />
    }
    .into_any()
}

fn table() -> AnyView {
    view! {
        <Card title="Last orders" flush=true>
            <DataTable caption="Last orders" columns=columns() rows=rows() />
        </Card>
    }
    .into_any()
}

fn details() -> AnyView {
    view! {
        <ResourceDetails
            title="Order #1044"
            subtitle="31 January 2026, 09:41, online shop"
            back="/orders"
            back_label="Orders"
            status=|| view! {
                <Badge label="Paid" tone=Tone::Success />
                <Badge label="Not fulfilled" tone=Tone::Warning />
            }
            actions=|| view! {
                <Button label="Print" icon=IconName::Printer />
                <Button label="Fulfil 2 items" variant=Variant::Primary />
            }
            side=|| view! {
                <Card title="Customer">
                    <DescriptionList>
                        <Fact term="Name">"Anna Schmit"</Fact>
                        <Fact term="Email">"anna@example.lu"</Fact>
                    </DescriptionList>
                </Card>
            }
        >
            <Card title="Items">
                <p class="row">
                    <Icon name=IconName::Package />
                    "2 × Linen shirt, white, M"
                </p>
            </Card>
        </ResourceDetails>
    }
    .into_any()
}

fn settings() -> AnyView {
    view! {
        <SettingsPage title="Settings">
            <SettingsSection title="Shop" description="How customers see your shop.">
                <Card>
                    <div class="stack">
                        <TextField name="shop_name" label="Name" value="Atelier Schmit" />
                        <Switch name="shop_open" label="Open to customers" checked=true />
                    </div>
                </Card>
            </SettingsSection>
        </SettingsPage>
    }
    .into_any()
}

fn missing() -> AnyView {
    view! { <NotFoundPage /> }.into_any()
}

fn pages() -> AnyView {
    view! { <Pagination path="/orders" query=IndexQuery::default() page=PageOf::default() total=312 /> }.into_any()
}

fn broken() -> AnyView {
    view! { <ErrorPage error=AppError::unavailable() /> }.into_any()
}
