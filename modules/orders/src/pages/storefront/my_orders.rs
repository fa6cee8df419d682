//! What a customer bought here.

use leptos::prelude::*;
use orion_kernel::{ErrorKind, fmt};
use orion_ui::{
    Amount, Card, Column, DataTable, EmptyState, IconName, LinkButton, Page, Skeleton, Variant, error_page,
    page::locale,
};

use crate::{
    components::StateBadges,
    i18n::{page, td_string},
    paths,
    server_fns::storefront::my_orders,
    views::OrderDetails,
};

/// The orders of whoever is signed in; anybody else is shown the door, which leads back here.
#[component]
pub fn MyOrders() -> impl IntoView {
    let orders = Resource::new(|| (), |()| my_orders());
    view! {
        <Transition fallback=|| view! { <div class="page"><Skeleton lines=6/></div> }>
            {move || Suspend::new(async move {
                match orders.await {
                    Ok(orders) => list(orders),
                    Err(error) if error.kind == ErrorKind::Unauthenticated => door(),
                    Err(error) => error_page(&error),
                }
            })}
        </Transition>
    }
}

fn door() -> AnyView {
    let l = page();
    view! {
        <Page title=td_string!(l, shop.your_orders)>
            <EmptyState
                title=td_string!(l, shop.door_title)
                body=td_string!(l, shop.door_body)
                icon=IconName::Lock
                actions=move || {
                    view! { <LinkButton label=td_string!(l, shop.sign_in) href=paths::DOOR variant=Variant::Primary/> }
                }
            />
        </Page>
    }
    .into_any()
}

fn list(orders: Vec<OrderDetails>) -> AnyView {
    let l = page();
    let content = if orders.is_empty() {
        view! {
            <EmptyState
                title=td_string!(l, shop.empty_title)
                body=td_string!(l, shop.empty_body)
                icon=IconName::ShoppingBag
                actions=move || {
                    view! { <LinkButton label=td_string!(l, shop.go_shopping) href="/" variant=Variant::Primary/> }
                }
            />
        }
        .into_any()
    } else {
        view! {
            <Card flush=true>
                <DataTable
                    caption=td_string!(l, shop.your_orders)
                    columns=columns()
                    rows=orders
                    row_href=|order: &OrderDetails| paths::order(order.number)
                />
            </Card>
        }
        .into_any()
    };
    view! {
        <Page title=td_string!(l, shop.your_orders) back="/account" back_label=td_string!(l, shop.back_to_account)>
            {content}
        </Page>
    }
    .into_any()
}

fn columns() -> Vec<Column<OrderDetails>> {
    let l = page();
    vec![
        Column::new(td_string!(l, index.number), |order: &OrderDetails| order.name.clone()),
        Column::new(td_string!(l, index.placed), |order: &OrderDetails| fmt::date(locale(), order.placed_at)),
        Column::new(td_string!(l, index.items), |order: &OrderDetails| items(order)).aside(),
        Column::new(td_string!(l, fulfilment.title), |order: &OrderDetails| {
            view! { <div class="row"><StateBadges states=order.states/></div> }
        }),
        Column::new(td_string!(l, index.total), |order: &OrderDetails| view! { <Amount value=order.total/> }).end(),
    ]
}

fn items(order: &OrderDetails) -> String {
    let items: Vec<_> = order.lines.iter().map(|line| format!("{} × {}", line.quantity, line.title)).collect();
    items.join(", ")
}
