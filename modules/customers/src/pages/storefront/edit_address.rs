//! One of a customer's addresses, or another one.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_contracts::customers::Address;
use orion_kernel::AppError;
use orion_ui::{Card, Form, Hidden, Page, Switch};

use crate::{
    components::{AddressFields, Mine},
    error,
    i18n::{page, td_string},
    model::AddressId,
    paths,
    server_fns::storefront::{SaveAddress, read_address, read_profile},
    views::Profile,
};

/// The form for another address, with the customer's name in it.
#[component]
pub fn NewAddress() -> impl IntoView {
    let profile = Resource::new(|| (), |()| read_profile());
    let view = |profile: Profile| {
        let address = Address {
            first_name: profile.first_name,
            last_name: profile.last_name,
            phone: profile.phone,
            ..Address::default()
        };
        form(None, address, false)
    };
    view! { <Mine value=profile next=paths::NEW_ADDRESS view/> }
}

/// The form for the address whose id stands in the address bar.
#[component]
pub fn EditAddress() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").and_then(|id| id.parse::<AddressId>().ok());
    let address = Resource::new(id, |id| async move { read_address(id.ok_or_else(AppError::not_found)?).await });
    view! {
        <Mine
            value=address
            next=paths::ADDRESSES
            view=|saved| form(Some(saved.id), saved.address, saved.is_default)
        />
    }
}

fn form(id: Option<AddressId>, address: Address, is_default: bool) -> AnyView {
    let l = page();
    let save = ServerAction::<SaveAddress>::new();
    let title = if id.is_some() { td_string!(l, addresses.edit) } else { td_string!(l, addresses.add) };
    let id = id.map(|id| view! { <Hidden name="id" value=id.to_string()/> });
    // The default stays it until another one is chosen.
    let choice = move || {
        if is_default {
            view! { <Hidden name="is_default" value="true"/> }.into_any()
        } else {
            view! { <Switch name="is_default" label=td_string!(l, addresses.make_default)/> }.into_any()
        }
    };
    view! {
        <Page title back=paths::ADDRESSES back_label=td_string!(l, addresses.title) narrow=true>
            <Form
                action=save
                submit=td_string!(l, addresses.save)
                cancel=paths::ADDRESSES
                guard=true
                error_text=error::text
            >
                {id}
                <Card><div class="stack"><AddressFields address/> {choice()}</div></Card>
            </Form>
        </Page>
    }
    .into_any()
}
