//! Thank you: the order's number, what happens next, and how to pay where that is still to be done.

use leptos::prelude::*;
use leptos_meta::Meta;
use leptos_router::hooks::use_params_map;
use orion_contracts::{CheckoutId, slots::CHECKOUT_COMPLETE};
use orion_kernel::{AppError, fmt};
use orion_ui::{
    Alert, Amount, Card, DescriptionList, Fact, LinkButton, Load, Page, SlotOutlet, Tone, Variant, page::locale,
};

use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::completion,
    views::{CompletionView, PlacedView},
};

/// The page after ordering.
#[component]
pub fn Complete() -> impl IntoView {
    let params = use_params_map();
    let asked = Memo::new(move |_| params.with(|params| params.get("checkout")).unwrap_or_default());
    let completion = Resource::new(
        move || asked.get(),
        |checkout| async move {
            let checkout: CheckoutId = checkout.parse().map_err(|_| AppError::not_found())?;
            completion(checkout).await
        },
    );
    view! { <Load value=completion view=move |completion| content(completion, asked.get_untracked())/> }
}

fn content(completion: CompletionView, checkout: String) -> AnyView {
    match completion {
        CompletionView::Placed(placed) => placed_view(*placed, checkout),
        CompletionView::Waiting => waiting(),
        CompletionView::Unfinished => unfinished(),
        CompletionView::Elsewhere => elsewhere(),
    }
}

fn placed_view(placed: PlacedView, checkout: String) -> AnyView {
    let l = page();
    let total = placed.total;
    let number = placed.number.clone();
    let pay = (!placed.is_paid && !placed.instructions.is_empty()).then(|| {
        let facts =
            placed.instructions.iter().cloned().map(|(term, value)| view! { <Fact term>{value}</Fact> }).collect_view();
        let lead = td_string!(l, complete.transfer, total = fmt::money(locale(), total));
        view! {
            <Card title=td_string!(l, complete.pay_title)>
                <div class="stack">
                    <p>{lead}</p>
                    <DescriptionList>
                        {facts}
                        <Fact term=td_string!(l, complete.reference)>{number.clone()}</Fact>
                    </DescriptionList>
                </div>
            </Card>
        }
    });
    let next = if placed.is_paid { td_string!(l, complete.next_paid) } else { td_string!(l, complete.next_unpaid) };
    let path = placed.path;
    view! {
        <Page title=td_string!(l, complete.title) subtitle=td_string!(l, complete.subtitle, number = placed.number) narrow=true>
            <div class="stack">
                <Alert tone=Tone::Success title=td_string!(l, complete.mail, email = placed.email)/>
                {pay}
                <Card title=td_string!(l, complete.next_title)>
                    <div class="stack">
                        <p>{next}</p>
                        <DescriptionList>
                            <Fact term=td_string!(l, summary.total)><Amount value=total/></Fact>
                            <Fact term=td_string!(l, payment.title)>{placed.payment_name}</Fact>
                            <Fact term=td_string!(l, shipping.title)>{placed.shipping_name}</Fact>
                        </DescriptionList>
                    </div>
                </Card>
                <SlotOutlet at=CHECKOUT_COMPLETE subject=checkout/>
                <div class="row">
                    <LinkButton label=td_string!(l, complete.view_order) href=path variant=Variant::Primary/>
                    <LinkButton label=td_string!(l, complete.go_on) href="/"/>
                </div>
            </div>
        </Page>
    }
    .into_any()
}

/// The page loads itself again until it is known.
fn waiting() -> AnyView {
    let l = page();
    view! {
        <Meta http_equiv="refresh" content="4"/>
        <Page title=td_string!(l, complete.waiting_title) narrow=true>
            <Alert tone=Tone::Info title=td_string!(l, complete.waiting_body)/>
        </Page>
    }
    .into_any()
}

fn unfinished() -> AnyView {
    let l = page();
    view! {
        <Page title=td_string!(l, complete.unfinished_title) narrow=true>
            <p class="muted">{td_string!(l, complete.unfinished_body)}</p>
            <div class="row">
                <LinkButton label=td_string!(l, complete.back) href=paths::CHECKOUT variant=Variant::Primary/>
            </div>
        </Page>
    }
    .into_any()
}

/// Says nothing about anybody.
fn elsewhere() -> AnyView {
    let l = page();
    view! {
        <Page title=td_string!(l, complete.title) narrow=true>
            <p class="muted">{td_string!(l, complete.elsewhere)}</p>
            <div class="row">
                <LinkButton label=td_string!(l, complete.go_on) href="/" variant=Variant::Primary/>
            </div>
        </Page>
    }
    .into_any()
}
