//! A payment: its money, its refunds, what the provider said.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_params_map;
use orion_contracts::PaymentId;
use orion_kernel::{AppError, fmt};
use orion_ui::{
    Amount, Card, Column, DataTable, DescriptionList, Fact, Link, Load, ResourceDetails, Timeline, TimelineEntry, may,
    on_done, page::locale,
};

use super::{
    refund_card::{RefundActions, RefundCard},
    status::{PaymentStatusBadge, account_label, failure_text},
};
use crate::{
    i18n::{page, td_string},
    paths, permissions,
    server_fns::store::payment_page,
    views::{EventView, LedgerLine, PaidOrder, PaymentView},
};

/// How long to wait before asking what became of a refund.
const PAUSE: Duration = Duration::from_secs(2);
/// How often to ask.
const TRIES: usize = 15;

/// The page about a payment.
#[component]
pub fn PaymentDetails() -> impl IntoView {
    let params = use_params_map();
    let actions = RefundActions::new();
    let changes = actions.changes();
    let asked = Memo::new(move |_| params.with(|params| params.get("payment")).unwrap_or_default());
    let payment = Resource::new(
        move || (asked.get(), changes.get()),
        |(payment, _)| async move {
            let payment: PaymentId = payment.parse().map_err(|_| AppError::not_found())?;
            payment_page(payment).await
        },
    );
    follow_refunds(payment, changes);
    view! { <Load value=payment view=move |payment| details(payment, actions)/> }
}

/// Asks again while the provider is asked to send money back, a while after each change. The page loads again only when
/// something is new: it then draws its forms anew, and what was entered would be lost.
fn follow_refunds(payment: Resource<Result<PaymentView, AppError>>, changes: Memo<usize>) {
    let tries = RwSignal::new(0);
    on_done(changes, move || tries.set(0));
    Effect::new(move |_| {
        let Some(Ok(shown)) = payment.get() else { return };
        if !shown.is_sending_back() || tries.get() >= TRIES {
            return;
        }
        let ask = move || {
            spawn_local(async move {
                let found = payment_page(shown.payment.id).await;
                // The page may be left meanwhile; then neither does anything.
                if found.is_ok_and(|found| found != shown) {
                    payment.refetch();
                }
                tries.try_update(|tries| *tries += 1);
            });
        };
        if let Ok(timer) = set_timeout_with_handle(ask, PAUSE) {
            on_cleanup(move || timer.clear());
        }
    });
}

fn details(payment: PaymentView, actions: RefundActions) -> AnyView {
    let l = page();
    let row = payment.payment.clone();
    let (status, is_partly_refunded) = (row.status, row.is_partly_refunded);
    let facts = payment.clone();
    let events = payment.events.clone();
    view! {
        <ResourceDetails
            title=fmt::money(locale(), row.amount)
            subtitle=fmt::date_time(locale(), row.created_at)
            back=paths::PAYMENTS
            back_label=td_string!(l, index.title)
            status=move || view! { <PaymentStatusBadge status is_partly_refunded/> }
            side=move || facts_view(facts)
            after=move || events_view(events)
        >
            <RefundCard payment=payment.clone() actions/>
            <Card title=td_string!(l, ledger.title) subtitle=td_string!(l, ledger.subtitle) flush=true>
                <DataTable caption=td_string!(l, ledger.title) columns=ledger_columns() rows=payment.ledger compact=true/>
            </Card>
        </ResourceDetails>
    }
    .into_any()
}

fn facts_view(payment: PaymentView) -> AnyView {
    let l = page();
    let reference = payment
        .provider_reference
        .map(|reference| view! { <Fact term=td_string!(l, details.reference)>{reference}</Fact> });
    let order = payment.order.map(|order| view! { <Fact term=td_string!(l, details.order)>{order_view(order)}</Fact> });
    let failure =
        payment.failure.map(|code| view! { <Fact term=td_string!(l, details.failure)>{failure_text(&code)}</Fact> });
    view! {
        <Card title=td_string!(l, details.title)>
            <DescriptionList>
                {order}
                <Fact term=td_string!(l, index.method)>{payment.payment.method_name}</Fact>
                <Fact term=td_string!(l, index.email)>{payment.payment.email}</Fact>
                {reference}
                {failure}
            </DescriptionList>
        </Card>
    }
    .into_any()
}

/// The order's name, which leads to its page for whoever may see it.
fn order_view(order: PaidOrder) -> AnyView {
    if may(permissions::VIEW_ORDERS) {
        view! { <Link href=paths::order(&order.number)>{order.name}</Link> }.into_any()
    } else {
        order.name.into_any()
    }
}

fn ledger_columns() -> Vec<Column<LedgerLine>> {
    let l = page();
    vec![
        Column::new(td_string!(l, ledger.account), |line: &LedgerLine| account_label(line.account)),
        Column::new(td_string!(l, ledger.booked), |line: &LedgerLine| fmt::date_time(locale(), line.booked_at)),
        Column::new(td_string!(l, ledger.debit), |line: &LedgerLine| {
            (!line.debit.is_zero()).then(|| view! { <Amount value=line.debit/> })
        })
        .end(),
        Column::new(td_string!(l, ledger.credit), |line: &LedgerLine| {
            (!line.credit.is_zero()).then(|| view! { <Amount value=line.credit/> })
        })
        .end(),
    ]
}

fn events_view(events: Vec<EventView>) -> AnyView {
    if events.is_empty() {
        return ().into_any();
    }
    let l = page();
    let entries = events
        .into_iter()
        .map(|event| {
            let said = match event.kind.as_str() {
                "session.paid" => td_string!(l, events.paid).to_owned(),
                "session.failed" => td_string!(l, events.failed).to_owned(),
                _ => event.kind,
            };
            TimelineEntry::new(said, fmt::date_time(locale(), event.received_at))
        })
        .collect();
    view! { <Card title=td_string!(l, events.title)><Timeline entries/></Card> }.into_any()
}
