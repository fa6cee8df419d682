//! The checkout: one page, one form, from contact to order.

use leptos::prelude::*;
use orion_contracts::payments::pay_path;
use orion_kernel::fmt;
use orion_ui::{
    Alert, Card, Checkbox, Choice, EmptyState, Form, IconName, Link, LinkButton, Load, Page, RadioCards, SubmitButton,
    TextArea, TextField, TextKind, Tone, TwoColumns, Variant, page::locale,
};

use super::{
    address_fields::{AddressFields, Whose},
    review::Review,
    summary::{PhoneSummary, SideSummary},
};
use crate::{
    error,
    forms::Draft,
    i18n::{page, td_string},
    model::{ShippingOption, Sum},
    paths,
    server_fns::{SubmitCheckout, checkout_page},
    views::{Ask, CheckoutView, Submitted},
};

/// What the parts of the page share: what is on offer, and what it comes to.
#[derive(Clone, Copy)]
pub struct Shown {
    /// What the server says.
    pub view: RwSignal<CheckoutView>,
    /// The shipping chosen on the page.
    pub shipping: RwSignal<String>,
    /// What it comes to with that.
    pub sum: Memo<Option<Sum>>,
}

impl Shown {
    fn new(view: CheckoutView) -> Self {
        let shipping = RwSignal::new(view.chosen_shipping());
        let view = RwSignal::new(view);
        let sum = Memo::new(move |_| view.with(|view| shipping.with(|shipping| view.sum(shipping).ok())));
        Self { view, shipping, sum }
    }
}

/// The checkout.
#[component]
pub fn Checkout() -> impl IntoView {
    let page = Resource::new(|| (), |()| checkout_page());
    view! { <Load value=page view=content/> }
}

fn content(view: CheckoutView) -> AnyView {
    let l = page();
    if view.lines.is_empty() {
        let gone = view.problem.as_deref() == Some("line_unavailable");
        let href = if gone { paths::CART } else { paths::PRODUCTS };
        let label = if gone { td_string!(l, cart.edit) } else { td_string!(l, cart.browse) };
        return view! {
            <Page title=td_string!(l, page.title) narrow=true>
                <EmptyState
                    title=td_string!(l, cart.empty_title)
                    body=td_string!(l, cart.empty_body)
                    icon=IconName::ShoppingBag
                    actions=move || view! { <LinkButton label href variant=Variant::Primary/> }
                />
            </Page>
        }
        .into_any();
    }
    view! { <CheckoutForm view/> }.into_any()
}

#[component]
fn CheckoutForm(view: CheckoutView) -> AnyView {
    let l = page();
    let submit = ServerAction::<SubmitCheckout>::new();
    let refresh = Action::new(|(): &()| checkout_page());
    let shown = Shown::new(view.clone());
    Effect::new(move || {
        if submit.value().with(|outcome| matches!(outcome, Some(Err(_) | Ok(Submitted::Kept)))) {
            refresh.dispatch(());
        }
    });
    Effect::new(move || {
        if let Some(Ok(fresh)) = refresh.value().get()
            && !fresh.lines.is_empty()
        {
            shown.view.set(fresh);
        }
    });
    let draft = view.draft.clone();
    let fields = view.fields;
    let is_sent = !view.shippings.is_empty();
    let address_title =
        if is_sent { td_string!(l, address.shipping_title) } else { td_string!(l, address.billing_title) };
    let address = draft.address.clone();
    let (payer, written) = (draft.clone(), draft.note.clone());
    view! {
        <Page title=td_string!(l, page.title)>
            <PhoneSummary shown/>
            <TwoColumns side=move || view! { <SideSummary shown/> }>
                {notices(&view)}
                <Form action=submit error_text=error::text>
                    <Contact draft is_signed_in=view.is_signed_in/>
                    <Card title=address_title>
                        <div class="stack">
                            <AddressFields whose=Whose::Receiver address phone=fields.phone company=fields.company/>
                            {is_sent.then(|| billing(&payer, fields.company))}
                        </div>
                    </Card>
                    {shipping(shown)}
                    {payment(shown)}
                    {fields.note.then(|| note(written))}
                    // The first button of the form is the one that the enter key presses.
                    <div class="row" data-justify="end">
                        <SubmitButton label=td_string!(l, page.update) variant=Variant::Secondary name="intent" value="update"/>
                    </div>
                    <Review shown/>
                </Form>
            </TwoColumns>
        </Page>
    }
    .into_any()
}

/// What the shopper has to know first.
fn notices(view: &CheckoutView) -> AnyView {
    let l = page();
    let problem = view.problem.as_deref().and_then(|code| error::text(locale(), code, &[])).map(|said| {
        view! {
            <Alert tone=Tone::Critical title=said actions=move || view! { <Link href=paths::CART>{td_string!(l, cart.edit)}</Link> }/>
        }
    });
    let under_way = view.under_way.map(|payment| {
        let href = pay_path(payment);
        view! {
            <Alert
                tone=Tone::Info
                title=td_string!(l, payment.under_way_title)
                actions=move || view! { <LinkButton label=td_string!(l, payment.go_on) href=href/> }
            >
                <p>{td_string!(l, payment.under_way_body)}</p>
            </Alert>
        }
    });
    view! { {problem} {under_way} }.into_any()
}

#[component]
fn Contact(draft: Draft, is_signed_in: bool) -> AnyView {
    let l = page();
    let sign_in = (!is_signed_in).then(|| {
        view! { <p class="muted">{td_string!(l, contact.have_account)} " " <Link href=paths::ACCOUNT>{td_string!(l, contact.sign_in)}</Link></p> }
    });
    view! {
        <Card title=td_string!(l, contact.title)>
            <div class="stack">
                {sign_in}
                <TextField
                    name="draft[email]"
                    label=td_string!(l, contact.email)
                    kind=TextKind::Email
                    hint=td_string!(l, contact.email_hint)
                    value=draft.email
                    autocomplete="email"
                    required=true
                />
            </div>
        </Card>
    }
    .into_any()
}

/// Hidden until it is asked for, by style alone, so that it works without scripts.
fn billing(draft: &Draft, company: bool) -> AnyView {
    let l = page();
    let address = draft.billing.clone();
    view! {
        <div class="checkout-billing stack">
            <Checkbox name="draft[billing_differs]" label=td_string!(l, address.differs) checked=draft.billing_differs/>
            <div class="checkout-billing-fields">
                <AddressFields whose=Whose::Payer address phone=Ask::Hidden company/>
            </div>
        </div>
    }
    .into_any()
}

fn shipping(shown: Shown) -> AnyView {
    let l = page();
    let options = Memo::new(move |_| shown.view.with(|view| view.shippings.clone()));
    let cards = move || {
        let options = options.get();
        if options.is_empty() {
            return ().into_any();
        }
        let chosen = shown.shipping.get_untracked();
        view! {
            <Card title=td_string!(l, shipping.title)>
                <RadioCards
                    name="draft[shipping]"
                    label=td_string!(l, shipping.title)
                    hide_label=true
                    options=options.iter().map(shipping_choice).collect()
                    value=chosen
                    required=true
                    on_change=Callback::new(move |code| shown.shipping.set(code))
                />
            </Card>
        }
        .into_any()
    };
    view! { {cards} }.into_any()
}

fn shipping_choice(option: &ShippingOption) -> Choice {
    let l = page();
    let price = if option.price.is_zero() {
        td_string!(l, shipping.free).to_owned()
    } else {
        fmt::money(locale(), option.price)
    };
    let choice = Choice::new(option.code.clone(), option.name.clone()).aside(price);
    if option.delivery_days.is_empty() {
        choice
    } else {
        choice.hint(match option.delivery_days.as_str() {
            "1" => td_string!(l, shipping.one_day).to_owned(),
            days => td_string!(l, shipping.days, days = days.to_owned()),
        })
    }
}

fn payment(shown: Shown) -> AnyView {
    let l = page();
    let is_free = Memo::new(move |_| shown.sum.with(|sum| sum.is_some_and(|sum| sum.total.is_zero())));
    let methods = Memo::new(move |_| shown.view.with(|view| (view.payments.clone(), view.chosen_payment())));
    let cards = move || {
        if is_free.get() {
            return view! { <Card title=td_string!(l, payment.title)><p>{td_string!(l, payment.nothing)}</p></Card> }
                .into_any();
        }
        let (methods, chosen) = methods.get();
        if methods.is_empty() {
            return view! { <Alert tone=Tone::Warning title=td_string!(l, payment.none_offered)/> }.into_any();
        }
        let options =
            methods.into_iter().map(|method| Choice::new(method.code, method.name).hint(method.description)).collect();
        view! {
            <Card title=td_string!(l, payment.title)>
                <RadioCards
                    name="draft[payment]"
                    label=td_string!(l, payment.title)
                    hide_label=true
                    options
                    value=chosen
                    required=true
                />
            </Card>
        }
        .into_any()
    };
    view! { {cards} }.into_any()
}

fn note(written: String) -> AnyView {
    let l = page();
    view! {
        <Card title=td_string!(l, note.title)>
            <TextArea
                name="draft[note]"
                label=td_string!(l, note.label)
                hide_label=true
                value=written
                rows=2
                maxlength=1000
                wide=true
            />
        </Card>
    }
    .into_any()
}
