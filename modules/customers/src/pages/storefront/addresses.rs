//! A customer's addresses.

use leptos::prelude::*;
use orion_ui::{
    ActionButton, Badge, Card, Confirm, EmptyState, IconName, LinkButton, Page, Size, Tone, Variant, all_done, done,
};

use crate::{
    components::{AddressLines, Mine},
    i18n::{page, td_string},
    paths,
    server_fns::storefront::{MakeDefault, RemoveAddress, read_addresses},
    views::SavedAddress,
};

/// A card for each, and a way to add one.
#[component]
pub fn Addresses() -> impl IntoView {
    let make_default = ServerAction::<MakeDefault>::new();
    let remove = ServerAction::<RemoveAddress>::new();
    let changes = all_done([done(make_default), done(remove)]);
    let addresses = Resource::new(move || changes.get(), |_| read_addresses());
    let view = move |addresses| content(addresses, make_default, remove);
    view! { <Mine value=addresses next=paths::ADDRESSES view/> }
}

fn content(
    addresses: Vec<SavedAddress>,
    make_default: ServerAction<MakeDefault>,
    remove: ServerAction<RemoveAddress>,
) -> AnyView {
    let l = page();
    let add = move || view! { <LinkButton label=td_string!(l, addresses.add) href=paths::NEW_ADDRESS variant=Variant::Primary/> };
    let list = if addresses.is_empty() {
        view! {
            <EmptyState
                title=td_string!(l, addresses.none_title)
                body=td_string!(l, addresses.none_body)
                icon=IconName::MapPin
            />
        }
        .into_any()
    } else {
        let cards = addresses.into_iter().map(|address| card(address, make_default, remove)).collect_view();
        view! { <div class="columns">{cards}</div> }.into_any()
    };
    view! {
        <Page title=td_string!(l, addresses.title) back=paths::ACCOUNT back_label=td_string!(l, account.back) actions=add>
            {list}
        </Page>
    }
    .into_any()
}

fn card(saved: SavedAddress, make_default: ServerAction<MakeDefault>, remove: ServerAction<RemoveAddress>) -> AnyView {
    let l = page();
    let id = saved.id;
    let fields = move || vec![("id", id.to_string())];
    let first = if saved.is_default {
        view! { <Badge label=td_string!(l, addresses.default) tone=Tone::Accent/> }.into_any()
    } else {
        view! {
            <ActionButton
                action=make_default
                label=td_string!(l, addresses.make_default)
                fields=fields()
                size=Size::Small
                variant=Variant::Plain
            />
        }
        .into_any()
    };
    let confirm = Confirm::new(td_string!(l, addresses.remove_title), td_string!(l, addresses.remove_body));
    view! {
        <Card footer=move || {
            view! {
                <div class="row" data-justify="between">
                    {first}
                    <div class="row">
                        <LinkButton label=td_string!(l, account.edit) href=paths::address(id) size=Size::Small/>
                        <ActionButton
                            action=remove
                            label=td_string!(l, addresses.remove)
                            fields=fields()
                            size=Size::Small
                            variant=Variant::Critical
                            confirm
                        />
                    </div>
                </div>
            }
        }>
            <AddressLines address=saved.address/>
        </Card>
    }
    .into_any()
}
