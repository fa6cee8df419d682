//! How an order stands, for whoever bought it.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use orion_kernel::{Boot, fmt};
use orion_ui::{Alert, Card, Load, Page, Step, StepState, Stepper, Tone, TwoColumns, page::locale};

use crate::{
    components::{AddressLines, Lines, Parcels, Sums},
    i18n::{page, td_string},
    model::{Fulfilment, Payment, States, Status},
    paths,
    server_fns::storefront::order_status,
    views::OrderDetails,
};

/// The page behind the link in every mail; opened by its token, or by the customer who bought.
#[component]
pub fn OrderStatus() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let asked = Memo::new(move |_| {
        let number: i64 = params.with(|params| params.get("number")?.parse().ok()).unwrap_or_default();
        (number, query.with(|query| query.get("token")).unwrap_or_default())
    });
    let order = Resource::new(move || asked.get(), |(number, token)| order_status(number, token));
    view! { <Load value=order view=status/> }
}

fn status(order: OrderDetails) -> AnyView {
    let l = page();
    let is_signed_in = use_context::<Boot>().is_some_and(|boot| boot.principal.is_some());
    let back = if is_signed_in { paths::MY_ORDERS } else { "" };
    let steps = (order.states.status != Status::Cancelled).then(|| view! { <Stepper steps=steps(order.states)/> });
    let sums = order.clone();
    let (shipping, billing) = (order.shipping_address.clone(), order.billing_address.clone());
    let side = move || {
        view! {
            <Card title=td_string!(l, shop.summary)><Sums order=sums/></Card>
            <Card title=td_string!(l, details.shipping_address)><AddressLines address=shipping/></Card>
            <Card title=td_string!(l, details.billing_address)><AddressLines address=billing/></Card>
        }
    };
    view! {
        <Page
            title=td_string!(l, shop.title, number = order.name.clone())
            subtitle=td_string!(l, shop.placed_on, date = fmt::date(locale(), order.placed_at))
            back
            back_label=td_string!(l, shop.your_orders)
        >
            <TwoColumns side>
                {steps}
                {message(&order)}
                <Parcels parcels=order.parcels/>
                <Card title=td_string!(l, details.items)><Lines lines=order.lines/></Card>
            </TwoColumns>
        </Page>
    }
    .into_any()
}

fn steps(states: States) -> Vec<Step> {
    let l = page();
    let is_paid = states.payment != Payment::Pending;
    let (paid, sent) = match (is_paid, states.fulfilment) {
        (true, Fulfilment::Fulfilled) => (StepState::Done, StepState::Done),
        (true, _) => (StepState::Done, StepState::Current),
        (false, Fulfilment::Fulfilled) => (StepState::Current, StepState::Done),
        (false, _) => (StepState::Current, StepState::Ahead),
    };
    vec![
        Step::new(td_string!(l, shop.step_placed), StepState::Done),
        Step::new(td_string!(l, shop.step_paid), paid),
        Step::new(td_string!(l, shop.step_sent), sent),
    ]
}

fn message(order: &OrderDetails) -> AnyView {
    let l = page();
    let states = order.states;
    let (tone, title, body) = if states.status == Status::Cancelled {
        let body = if states.payment == Payment::Pending {
            td_string!(l, shop.cancelled_unpaid)
        } else {
            td_string!(l, shop.cancelled_body)
        };
        (Tone::Warning, td_string!(l, shop.cancelled_title), body.to_owned())
    } else {
        match (states.fulfilment, states.payment) {
            (Fulfilment::Fulfilled, _) => {
                (Tone::Success, td_string!(l, shop.sent_title), td_string!(l, shop.sent_body).to_owned())
            }
            (Fulfilment::Partly, _) => {
                (Tone::Info, td_string!(l, shop.partly_title), td_string!(l, shop.partly_body).to_owned())
            }
            (Fulfilment::Unfulfilled, Payment::Pending) => (
                Tone::Info,
                td_string!(l, shop.waiting_title),
                td_string!(l, shop.waiting_body, method = order.payment_name.clone()),
            ),
            (Fulfilment::Unfulfilled, _) => {
                (Tone::Success, td_string!(l, shop.preparing_title), td_string!(l, shop.preparing_body).to_owned())
            }
        }
    };
    view! { <Alert tone title><p>{body}</p></Alert> }.into_any()
}
