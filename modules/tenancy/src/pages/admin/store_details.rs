//! The page about one store.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::fmt;
use orion_ui::{
    ActionButton, Card, Column, Confirm, DataTable, DescriptionList, Fact, IconName, Link, LinkButton, Load,
    ResourceDetails, Variant, all_done, done, may, page::locale, say_done,
};

use super::tenants::{Deeds, DeletionCard, ExportCard, ImpersonateCustomer, ImpersonateMember, StoreForm, SuspendCard};
use crate::{
    components::{RoleBadge, StatusBadge},
    i18n::{page, td_string},
    paths, permissions,
    server_fns::{
        admin::{SetStoreStatus, store_page},
        tenants::{
            CancelDeletion, ExportStore, ImpersonateCustomer as ImpersonateAsCustomer,
            ImpersonateMember as ImpersonateAsMember, ReactivateStore, RequestDeletion, SaveStore, SuspendStore,
        },
    },
    views::{Person, StoreDetails, StoreStatus},
};

/// A store: who is behind it, and whether it can be visited.
#[component]
pub fn StoreDetailsPage() -> impl IntoView {
    let params = use_params_map();
    let code = Memo::new(move |_| params.with(|params| params.get("code")).unwrap_or_default());
    let actions = Actions {
        switch: ServerAction::new(),
        save: ServerAction::new(),
        suspend: ServerAction::new(),
        reactivate: ServerAction::new(),
        export: ServerAction::new(),
        request: ServerAction::new(),
        cancel: ServerAction::new(),
        as_member: ServerAction::new(),
        as_customer: ServerAction::new(),
    };
    actions.say();
    let changes = actions.changes();
    let store = Resource::new(move || (code.get(), changes.get()), |(code, _)| store_page(code));
    view! { <Load value=store view=move |store| details(store, actions)/> }
}

/// What can be done with a store.
#[derive(Clone, Copy)]
struct Actions {
    switch: ServerAction<SetStoreStatus>,
    save: ServerAction<SaveStore>,
    suspend: ServerAction<SuspendStore>,
    reactivate: ServerAction<ReactivateStore>,
    export: ServerAction<ExportStore>,
    request: ServerAction<RequestDeletion>,
    cancel: ServerAction<CancelDeletion>,
    as_member: ServerAction<ImpersonateAsMember>,
    as_customer: ServerAction<ImpersonateAsCustomer>,
}

impl Actions {
    fn say(self) {
        let l = page();
        say_done(done(self.save), td_string!(l, settings.saved));
        say_done(done(self.switch), td_string!(l, done.switched));
        say_done(done(self.suspend), td_string!(l, done.suspended));
        say_done(done(self.reactivate), td_string!(l, done.reactivated));
        say_done(done(self.export), td_string!(l, done.exporting));
        say_done(done(self.request), td_string!(l, done.requested));
        say_done(done(self.cancel), td_string!(l, done.kept));
    }

    /// How often anything was done that changes the page.
    fn changes(self) -> Memo<usize> {
        let first = all_done([done(self.switch), done(self.save), done(self.suspend), done(self.reactivate)]);
        all_done([first, done(self.export), done(self.request), done(self.cancel)])
    }
}

fn details(store: StoreDetails, actions: Actions) -> AnyView {
    let l = page();
    let (status, code, name) = (store.status, store.code.clone(), store.name.clone());
    let storefront = store.storefront_url.clone();
    let for_side = store.clone();
    let (suspended, export, deletion, form) = (store.clone(), store.clone(), store.clone(), store.clone());
    let (switch, for_people, for_customer) = (actions.switch, store.code.clone(), store.code.clone());
    view! {
        <ResourceDetails
            title=store.name
            subtitle=store.merchant.clone()
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
            <StoreForm store=form action=actions.save/>
            <Card title=td_string!(l, team.title) flush=true>
                <DataTable
                    caption=td_string!(l, team.title)
                    columns=people(for_people, actions.as_member)
                    rows=store.team
                />
            </Card>
            <ImpersonateCustomer store=for_customer action=actions.as_customer/>
            <ExportCard store=export action=actions.export/>
            <SuspendCard store=suspended suspend=actions.suspend reactivate=actions.reactivate/>
            <DeletionCard store=deletion request=actions.request cancel=actions.cancel/>
            <Deeds deeds=store.history/>
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
    let may = may(permissions::STORES_MANAGE);
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
        StoreStatus::Suspended | StoreStatus::Closing => ().into_any(),
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
                <Fact term=td_string!(l, stores.merchant)>
                    <Link href=paths::merchant(&store.merchant_code)>{store.merchant.clone()}</Link>
                </Fact>
                <Fact term=td_string!(l, stores.storefront)>{store.storefront_url}</Fact>
                <Fact term=td_string!(l, stores.domains)>{lines(store.domains)}</Fact>
                <Fact term=td_string!(l, stores.currency)>{store.currency}</Fact>
                <Fact term=td_string!(l, stores.languages)>{languages.join(", ")}</Fact>
                <Fact term=td_string!(l, stores.created)>{fmt::date(locale(), store.created_at)}</Fact>
            </DescriptionList>
        </Card>
    }
}

fn people(store: String, action: ServerAction<ImpersonateAsMember>) -> Vec<Column<Person>> {
    let l = page();
    vec![
        Column::new(td_string!(l, team.name), |row: &Person| row.name.clone()),
        Column::new(td_string!(l, team.email), |row: &Person| row.email.clone()),
        Column::new(td_string!(l, team.role), |row: &Person| view! { <RoleBadge role=row.role/> }),
        Column::new(td_string!(l, impersonation.column), move |row: &Person| {
            view! { <ImpersonateMember person=row.clone() store=store.clone() action/> }
        })
        .end(),
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
