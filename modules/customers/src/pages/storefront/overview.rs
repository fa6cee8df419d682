//! A customer's own page.

use leptos::{prelude::*, server_fn::ServerFn as _};
use orion_kernel::boot::boot;
use orion_ui::{
    Card, DescriptionList, EmptyState, Fact, IconName, LinkButton, Page, PostForm, Size, SubmitButton, Variant,
};

use crate::{
    components::{AddressLines, LatestOrders, Mine},
    i18n::{page, td_string},
    paths,
    server_fns::storefront::{SignOut, read_account},
    views::Account,
};

/// Details, address, latest orders, and the way out.
#[component]
pub fn Overview() -> impl IntoView {
    let account = Resource::new(|| (), |()| read_account());
    view! { <Mine value=account next=paths::ACCOUNT view=content/> }
}

fn content(account: Account) -> AnyView {
    let l = page();
    let has_orders = boot().is_some_and(|boot| boot.has_module("orders"));
    let profile = account.profile;
    let title = td_string!(l, account.title, name = profile.first_name.clone());
    let phone =
        (!profile.phone.is_empty()).then(|| view! { <Fact term=td_string!(l, fields.phone)>{profile.phone}</Fact> });
    let address = match account.address {
        Some(address) => view! { <AddressLines address/> }.into_any(),
        None => view! { <p class="muted">{td_string!(l, account.no_address)}</p> }.into_any(),
    };
    let orders = has_orders.then(|| {
        if account.orders.is_empty() {
            return view! {
                <Card>
                    <EmptyState
                        title=td_string!(l, orders.none_title)
                        body=td_string!(l, orders.none_body)
                        icon=IconName::ShoppingBag
                        actions=move || {
                            view! { <LinkButton label=td_string!(l, orders.shop) href="/" variant=Variant::Primary/> }
                        }
                    />
                </Card>
            }
            .into_any();
        }
        view! {
            <Card title=td_string!(l, orders.latest) flush=true>
                <LatestOrders orders=account.orders/>
            </Card>
        }
        .into_any()
    });
    view! {
        <Page
            title
            actions=move || {
                view! {
                    {has_orders.then(|| view! { <LinkButton label=td_string!(l, orders.all) href=paths::ORDERS/> })}
                    <PostForm url=SignOut::url()>
                        <SubmitButton label=td_string!(l, account.sign_out) variant=Variant::Secondary/>
                    </PostForm>
                }
            }
        >
            <div class="stack">
                {orders}
                <div class="columns">
                    <Card
                        title=td_string!(l, account.details)
                        actions=move || {
                            view! { <LinkButton label=td_string!(l, account.edit) href=paths::DETAILS size=Size::Small/> }
                        }
                    >
                        <DescriptionList>
                            <Fact term=td_string!(l, fields.name)>{profile.first_name} " " {profile.last_name}</Fact>
                            <Fact term=td_string!(l, fields.email)>{profile.email}</Fact>
                            {phone}
                        </DescriptionList>
                    </Card>
                    <Card
                        title=td_string!(l, account.address)
                        actions=move || {
                            view! {
                                <LinkButton label=td_string!(l, account.addresses) href=paths::ADDRESSES size=Size::Small/>
                            }
                        }
                    >
                        {address}
                    </Card>
                </div>
            </div>
        </Page>
    }
    .into_any()
}
