//! A customer in the back office.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::{AppError, CustomerId, fmt};
use orion_ui::{
    ActionButton, Badge, Card, Confirm, DescriptionList, EmptyState, Fact, Form, Hidden, IconName, Link, Load,
    ResourceDetails, TextArea, Tone, Variant, all_done, done, may, page::locale, say_done,
};

use super::account_card::{AccountActions, account_card};
use crate::{
    components::{AccountBadge, AddressLines, LatestOrders},
    error,
    i18n::{page, td_string},
    paths, permissions,
    server_fns::store::{DeleteCustomer, SaveNote, read_customer},
    views::{CustomerDetails, OrderSummary, SavedAddress},
};

#[derive(Clone, Copy)]
struct Actions {
    note: ServerAction<SaveNote>,
    delete: ServerAction<DeleteCustomer>,
    account: AccountActions,
}

/// The customer whose id stands in the address.
#[component]
pub fn CustomerPage() -> impl IntoView {
    let params = use_params_map();
    let actions = Actions { note: ServerAction::new(), delete: ServerAction::new(), account: AccountActions::new() };
    let noted = done(actions.note);
    say_done(noted, td_string!(page(), customer.note_saved));
    let id = move || params.read().get("id").and_then(|id| id.parse::<CustomerId>().ok());
    let changes = all_done([noted, actions.account.changes()]);
    let customer = Resource::new(
        move || (id(), changes.get()),
        |(id, _)| async move { read_customer(id.ok_or_else(AppError::not_found)?).await },
    );
    view! { <Load value=customer view=move |customer| content(customer, actions)/> }
}

fn content(customer: CustomerDetails, actions: Actions) -> AnyView {
    let l = page();
    let id = customer.id;
    let name = format!("{} {}", customer.profile.first_name, customer.profile.last_name).trim().to_owned();
    let name = if name.is_empty() { customer.profile.email.clone() } else { name };
    let since = td_string!(l, customer.since, date = fmt::date(locale(), customer.created_at));
    let state = customer.state;
    let account = account_card(&customer, &name, actions.account);
    let contact = contact(&customer);
    let note = note(&customer, actions.note);
    let addresses = addresses(customer.addresses);
    let removal = may(permissions::DELETE).then(|| {
        let confirm = Confirm::new(
            td_string!(l, customer.delete_title, name = name.clone()),
            td_string!(l, customer.delete_body),
        );
        view! {
            <Card>
                <ActionButton
                    action=actions.delete
                    label=td_string!(l, customer.delete)
                    fields=vec![("id", id.to_string())]
                    variant=Variant::Critical
                    confirm
                />
            </Card>
        }
    });
    view! {
        <ResourceDetails
            title=name
            subtitle=since
            back=paths::CUSTOMERS
            back_label=td_string!(l, module.name)
            status=move || view! { <AccountBadge state/> }
            side=move || view! { {contact} {account} {addresses} {removal} }
        >
            {orders(customer.orders)}
            {note}
        </ResourceDetails>
    }
    .into_any()
}

fn orders(orders: Vec<OrderSummary>) -> AnyView {
    let l = page();
    if orders.is_empty() {
        return view! {
            <Card>
                <EmptyState title=td_string!(l, customer.no_orders) icon=IconName::Inbox/>
            </Card>
        }
        .into_any();
    }
    view! { <Card title=td_string!(l, orders.latest) flush=true><LatestOrders orders/></Card> }.into_any()
}

fn note(customer: &CustomerDetails, save: ServerAction<SaveNote>) -> AnyView {
    let l = page();
    if !may(permissions::EDIT) {
        let text = customer.note.clone();
        return (!text.is_empty())
            .then(|| view! { <Card title=td_string!(l, customer.note)><p>{text}</p></Card> })
            .into_any();
    }
    let (id, text) = (customer.id.to_string(), customer.note.clone());
    view! {
        <Card title=td_string!(l, customer.note)>
            <Form action=save submit=td_string!(l, customer.save_note) error_text=error::text>
                <Hidden name="id" value=id/>
                <TextArea
                    name="note"
                    label=td_string!(l, customer.note)
                    hint=td_string!(l, customer.note_hint)
                    value=text
                    maxlength=2000u32
                    hide_label=true
                    wide=true
                />
            </Form>
        </Card>
    }
    .into_any()
}

fn contact(customer: &CustomerDetails) -> AnyView {
    let l = page();
    let profile = &customer.profile;
    let email = profile.email.clone();
    let phone = (!profile.phone.is_empty()).then(|| {
        let phone = profile.phone.clone();
        view! {
            <Fact term=td_string!(l, fields.phone)>
                <Link href=format!("tel:{phone}") external=true>{phone}</Link>
            </Fact>
        }
    });
    let language = customer.locale.name_in_own_language();
    let news = if profile.accepts_marketing { td_string!(l, index.yes) } else { td_string!(l, index.no) };
    let since = customer.marketing_at.map(|at| {
        let date = td_string!(l, customer.news_since, date = fmt::date(locale(), at)).to_string();
        view! { " " <span class="muted">{date}</span> }
    });
    view! {
        <Card title=td_string!(l, customer.contact)>
            <DescriptionList>
                <Fact term=td_string!(l, fields.email)>
                    <Link href=format!("mailto:{email}") external=true>{email}</Link>
                </Fact>
                {phone}
                <Fact term=td_string!(l, customer.language)>{language}</Fact>
                <Fact term=td_string!(l, index.news)>{news} {since}</Fact>
            </DescriptionList>
        </Card>
    }
    .into_any()
}

fn addresses(addresses: Vec<SavedAddress>) -> AnyView {
    let l = page();
    if addresses.is_empty() {
        return view! {
            <Card title=td_string!(l, addresses.title)><p class="muted">{td_string!(l, customer.no_addresses)}</p></Card>
        }
        .into_any();
    }
    let list = addresses.into_iter().map(|saved| {
        let badge = saved
            .is_default
            .then(|| view! { <div><Badge label=td_string!(page(), addresses.default) tone=Tone::Accent/></div> });
        view! { <div class="stack" data-gap="tight"><AddressLines address=saved.address/> {badge}</div> }
    });
    view! { <Card title=td_string!(l, addresses.title)><div class="stack">{list.collect_view()}</div></Card> }
        .into_any()
}
