//! The sheet that goes into the parcel: what is in it and where it goes, without prices.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::{Boot, fmt};
use orion_ui::{Button, Card, Column, DataTable, IconName, Load, Page, Variant, page::locale};

use crate::{
    components::AddressLines,
    i18n::{page, td_string},
    paths,
    server_fns::store::read_order,
    views::{OrderDetails, OrderLine},
};

/// The packing slip of an order.
#[component]
pub fn PackingSlip() -> impl IntoView {
    let params = use_params_map();
    let number = Memo::new(move |_| params.with(|params| params.get("number")?.parse().ok()).unwrap_or_default());
    let order = Resource::new(move || number.get(), read_order);
    view! { <Load value=order view=slip/> }
}

fn slip(order: OrderDetails) -> AnyView {
    let l = page();
    let store = use_context::<Boot>().and_then(|boot| boot.store).map(|store| store.name).unwrap_or_default();
    let note = (!order.note.is_empty())
        .then(|| view! { <Card title=td_string!(l, details.note)><p>{order.note.clone()}</p></Card> });
    let print = Callback::new(|()| {
        // Without a printer the browser says so itself.
        drop(window().print());
    });
    view! {
        <Page
            title=td_string!(l, slip.title, number = order.name.clone())
            subtitle=td_string!(l, slip.placed, date = fmt::date(locale(), order.placed_at))
            back=paths::order(order.number)
            back_label=td_string!(l, details.title, number = order.name.clone())
            actions=move || {
                view! {
                    <Button
                        label=td_string!(l, slip.print)
                        icon=IconName::Printer
                        variant=Variant::Primary
                        on_click=print
                    />
                }
            }
        >
            <div class="columns">
                <Card title=store><p>{td_string!(l, slip.thanks)}</p></Card>
                <Card title=td_string!(l, slip.to)><AddressLines address=order.shipping_address/></Card>
                <Card title=td_string!(l, slip.shipping)><p>{order.shipping_name}</p></Card>
            </div>
            <Card flush=true>
                <DataTable caption=td_string!(l, details.items) columns=columns() rows=order.lines/>
            </Card>
            {note}
        </Page>
    }
    .into_any()
}

fn columns() -> Vec<Column<OrderLine>> {
    let l = page();
    vec![
        Column::new(td_string!(l, slip.item), |line: &OrderLine| {
            if line.variant_title.is_empty() {
                line.title.clone()
            } else {
                format!("{}, {}", line.title, line.variant_title)
            }
        }),
        Column::new(td_string!(l, slip.sku), |line: &OrderLine| line.sku.clone()),
        Column::new(td_string!(l, slip.quantity), |line: &OrderLine| fmt::number(locale(), line.quantity)).end(),
        Column::new(td_string!(l, slip.left), |line: &OrderLine| fmt::number(locale(), line.left())).end(),
    ]
}
