//! The page about one store.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::{Boot, fmt};
use orion_ui::{
    ActionButton, Card, Column, Confirm, DataTable, DescriptionList, Fact, IconName, LinkButton, Load, ResourceDetails,
    Variant, page::locale,
};

use crate::{
    components::{RoleBadge, StatusBadge},
    i18n::{page, td_string},
    paths, permissions,
    server_fns::admin::{SetStoreStatus, store_page},
    views::{Person, StoreDetails, StoreStatus},
};

/// A store: who is behind it, and whether it can be visited.
#[component]
pub fn StoreDetailsPage() -> impl IntoView {
    let params = use_params_map();
    let code = Memo::new(move |_| params.with(|params| params.get("code")).unwrap_or_default());
    let switch = ServerAction::<SetStoreStatus>::new();
    let store = Resource::new(move || (code.get(), switch.version().get()), |(code, _)| store_page(code));
    view! { <Load value=store view=move |store| details(store, switch)/> }
}

fn details(store: StoreDetails, switch: ServerAction<SetStoreStatus>) -> AnyView {
    let l = page();
    let (status, code, name) = (store.status, store.code.clone(), store.name.clone());
    let storefront = store.storefront_url.clone();
    let for_side = store.clone();
    view! {
        <ResourceDetails
            title=store.name
            subtitle=store.merchant
            back=paths::STORES
            back_label=td_string!(l, stores.title)
            status=move || view! { <StatusBadge status/> }
            actions=move || {
                view! {
                    <LinkButton
                        label=td_string!(l, stores.visit)
                        href=storefront
                        icon=IconName::ExternalLink
                        external=true
                    />
                    <StatusButton status code name switch/>
                }
            }
            side=move || view! { <Facts store=for_side/> }
        >
            <Card title=td_string!(l, stores.business)>
                <DescriptionList>
                    <Fact term=td_string!(l, settings.legal_name)>{store.legal_name}</Fact>
                    <Fact term=td_string!(l, stores.address)>{lines(store.address)}</Fact>
                    <Fact term=td_string!(l, settings.email)>{store.email}</Fact>
                    <Fact term=td_string!(l, settings.phone)>{or_dash(store.phone)}</Fact>
                    <Fact term=td_string!(l, settings.vat_id)>{or_dash(store.vat_id)}</Fact>
                    <Fact term=td_string!(l, settings.rcs)>{or_dash(store.rcs)}</Fact>
                    <Fact term=td_string!(l, settings.business_permit)>{or_dash(store.business_permit)}</Fact>
                </DescriptionList>
            </Card>
            <Card title=td_string!(l, team.title) flush=true>
                <DataTable caption=td_string!(l, team.title) columns=people() rows=store.team/>
            </Card>
        </ResourceDetails>
    }
    .into_any()
}

#[component]
fn StatusButton(
    status: StoreStatus,
    code: String,
    name: String,
    switch: ServerAction<SetStoreStatus>,
) -> impl IntoView {
    let l = page();
    let may = use_context::<Boot>()
        .and_then(|boot| boot.principal)
        .is_some_and(|principal| principal.may(permissions::STORES_MANAGE.0));
    let reason = if may { String::new() } else { td_string!(l, switch.not_allowed).to_owned() };
    match status {
        StoreStatus::Open => view! {
            <ActionButton
                action=switch
                label=td_string!(l, stores.close)
                fields=vec![("code", code), ("status", StoreStatus::Closed.to_string())]
                variant=Variant::Critical
                confirm=Confirm::new(
                    td_string!(l, stores.close_title, name = name).to_string(),
                    td_string!(l, stores.close_body),
                )
                reason
            />
        }
        .into_any(),
        StoreStatus::Closed => view! {
            <ActionButton
                action=switch
                label=td_string!(l, stores.reopen)
                fields=vec![("code", code), ("status", StoreStatus::Open.to_string())]
                variant=Variant::Primary
                reason
            />
        }
        .into_any(),
    }
}

#[component]
fn Facts(store: StoreDetails) -> impl IntoView {
    let l = page();
    let languages: Vec<&str> = store.locales.iter().map(|locale| locale.name_in_own_language()).collect();
    view! {
        <Card title=td_string!(l, modules.about)>
            <DescriptionList>
                <Fact term=td_string!(l, modules.code)>{store.code}</Fact>
                <Fact term=td_string!(l, stores.storefront)>{store.storefront_url}</Fact>
                <Fact term=td_string!(l, stores.domains)>{lines(store.domains)}</Fact>
                <Fact term=td_string!(l, stores.currency)>{store.currency}</Fact>
                <Fact term=td_string!(l, stores.languages)>{languages.join(", ")}</Fact>
                <Fact term=td_string!(l, stores.created)>{fmt::date(locale(), store.created_at)}</Fact>
            </DescriptionList>
        </Card>
    }
}

fn people() -> Vec<Column<Person>> {
    let l = page();
    vec![
        Column::new(td_string!(l, team.name), |row: &Person| row.name.clone()),
        Column::new(td_string!(l, team.email), |row: &Person| row.email.clone()),
        Column::new(td_string!(l, team.role), |row: &Person| view! { <RoleBadge role=row.role/> }),
    ]
}

fn lines(lines: Vec<String>) -> AnyView {
    if lines.is_empty() {
        return "–".into_any();
    }
    view! { <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }.into_any()
}

fn or_dash(text: String) -> String {
    if text.is_empty() { "–".to_owned() } else { text }
}
