//! The page about one order.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::fmt;
use orion_ui::{Card, IconName, LinkButton, Load, ResourceDetails, page::locale};

use super::{
    actions::{Actions, Rights},
    cancel_dialog::CancelButton,
    customer_cards::CustomerCards,
    fulfil_card::FulfilCard,
    history::History,
    payment_card::PaymentCard,
};
use crate::{
    components::{Lines, Parcels, StateBadges},
    i18n::{page, td_string},
    paths,
    server_fns::store::read_order_page,
    views::OrderPage,
};

/// An order: what was bought, by whom, how it stands, what to do next.
#[component]
pub fn OrderDetailsPage() -> impl IntoView {
    let params = use_params_map();
    let number = Memo::new(move |_| params.with(|params| params.get("number")?.parse().ok()).unwrap_or_default());
    let actions = Actions::new();
    let changes = actions.changes();
    let order = Resource::new(move || (number.get(), changes.get()), |(number, _)| read_order_page(number));
    view! { <Load value=order view=move |page| details(page, actions)/> }
}

fn details(loaded: OrderPage, actions: Actions) -> AnyView {
    let l = page();
    let rights = Rights::held();
    let OrderPage { order, timeline } = loaded;
    let (id, number, states) = (order.id, order.number, order.states);
    let (for_side, for_head, for_main) = (order.clone(), order.clone(), order.clone());
    let note = (!order.note.is_empty()).then(|| {
        let note = order.note.clone();
        view! { <Card title=td_string!(l, details.note)><p>{note}</p></Card> }
    });
    view! {
        <ResourceDetails
            title=td_string!(l, details.title, number = order.name.clone())
            subtitle=fmt::date_time(locale(), order.placed_at)
            back=paths::ORDERS
            back_label=td_string!(l, index.title)
            status=move || view! { <StateBadges states/> }
            actions=move || {
                view! {
                    <LinkButton
                        label=td_string!(l, details.packing_slip)
                        href=paths::packing_slip(number)
                        icon=IconName::Printer
                    />
                    <CancelButton order=for_head actions rights/>
                }
            }
            side=move || {
                view! {
                    <PaymentCard order=for_side.clone() actions rights/>
                    <CustomerCards order=for_side/>
                }
            }
            after=move || view! { <History order=id timeline actions rights/> }
        >
            <Card title=td_string!(l, details.items)>
                <Lines lines=order.lines internal=true/>
            </Card>
            {note}
            <FulfilCard order=for_main actions rights/>
            <Parcels parcels=order.parcels/>
        </ResourceDetails>
    }
    .into_any()
}
