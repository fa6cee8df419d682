//! The page about one merchant.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::fmt;
use orion_ui::{
    Card, Column, DataTable, DescriptionList, Dialog, DialogButton, DialogClose, Fact, Form, Hidden, IconName, Link,
    LinkButton, Load, ResourceDetails, SubmitButton, TextArea, TextField, TextKind, Variant, all_done, done, may,
    page::locale, say_done,
};

use crate::{
    components::{StatusBadge, reason_without},
    error,
    i18n::{page, td_string},
    paths,
    permissions::STORES_MANAGE,
    server_fns::tenants::{SaveMerchant, TransferMerchant, merchant_page},
    views::{MerchantDetails, StoreRow},
};

/// A company, its owners and its stores.
#[component]
pub fn MerchantDetailsPage() -> impl IntoView {
    let params = use_params_map();
    let code = Memo::new(move |_| params.with(|params| params.get("code")).unwrap_or_default());
    let (save, transfer) = (ServerAction::<SaveMerchant>::new(), ServerAction::<TransferMerchant>::new());
    let saved = done(save);
    say_done(saved, td_string!(page(), settings.saved));
    let changes = all_done([saved, done(transfer)]);
    let merchant = Resource::new(move || (code.get(), changes.get()), |(code, _)| merchant_page(code));
    view! { <Load value=merchant view=move |merchant| details(merchant, save, transfer)/> }
}

fn details(
    merchant: MerchantDetails,
    save: ServerAction<SaveMerchant>,
    transfer: ServerAction<TransferMerchant>,
) -> AnyView {
    let l = page();
    let new_store = format!("{}?merchant={}", paths::NEW_STORE, merchant.code);
    let all_stores = paths::stores_of(&merchant.code);
    let for_side = merchant.clone();
    let code = merchant.code.clone();
    view! {
        <ResourceDetails
            title=merchant.name.clone()
            back=paths::MERCHANTS
            back_label=td_string!(l, merchants.title)
            actions=move || {
                view! {
                    <LinkButton
                        label=td_string!(l, tenants.new_store)
                        href=new_store
                        icon=IconName::Plus
                        variant=Variant::Primary
                    />
                }
            }
            side=move || view! { <Owners merchant=for_side transfer/> }
        >
            <Card
                title=td_string!(l, stores.title)
                flush=true
                actions=move || view! { <Link href=all_stores>{td_string!(l, tenants.all_stores)}</Link> }
            >
                <DataTable
                    caption=td_string!(l, stores.title)
                    columns=columns()
                    rows=merchant.stores
                    row_href=|row: &StoreRow| paths::store(&row.code)
                />
            </Card>
            <Card title=td_string!(l, tenants.company)>
                <Form action=save guard=true error_text=error::text id="merchant">
                    <Hidden name="code" value=code/>
                    <TextField
                        name="name"
                        label=td_string!(l, tenants.company)
                        value=merchant.name
                        maxlength=120
                        required=true
                    />
                    <TextField
                        name="email"
                        label=td_string!(l, tenants.contact)
                        kind=TextKind::Email
                        value=merchant.email
                    />
                    <div class="row">
                        <SubmitButton label=td_string!(l, settings.save) reason=reason_without(STORES_MANAGE)/>
                    </div>
                </Form>
            </Card>
        </ResourceDetails>
    }
    .into_any()
}

#[component]
fn Owners(merchant: MerchantDetails, transfer: ServerAction<TransferMerchant>) -> impl IntoView {
    let l = page();
    let owners =
        merchant.owners.into_iter().map(|(name, email)| view! { <li>{name} " · " {email}</li> }).collect_view();
    let invited = merchant
        .invited
        .into_iter()
        .map(|email| view! { <li class="muted">{td_string!(l, tenants.invited, email = email).to_string()}</li> })
        .collect_view();
    let dialog = "transfer";
    let (code, created_at) = (merchant.code.clone(), merchant.created_at);
    let question = may(STORES_MANAGE).then(|| {
        view! {
            <DialogButton dialog label=td_string!(l, tenants.transfer)/>
            <Dialog id=dialog title=td_string!(l, tenants.transfer_title, name = merchant.name.clone()).to_string()>
                <p class="muted">{td_string!(l, tenants.transfer_body)}</p>
                <Form action=transfer error_text=error::text id="transfer-form">
                    <Hidden name="code" value=merchant.code.clone()/>
                    <TextField
                        name="email"
                        label=td_string!(l, tenants.new_owner)
                        kind=TextKind::Email
                        autocomplete="off"
                        required=true
                    />
                    <TextArea name="reason" label=td_string!(l, tenants.reason) maxlength=500 required=true/>
                    <div class="row" data-justify="end">
                        <DialogClose dialog/>
                        <SubmitButton label=td_string!(l, tenants.transfer) variant=Variant::Critical/>
                    </div>
                </Form>
            </Dialog>
        }
    });
    view! {
        <Card title=td_string!(l, merchants.owners)>
            <div class="stack">
                <ul>{owners} {invited}</ul>
                <div class="row">{question}</div>
            </div>
        </Card>
        <Card title=td_string!(l, modules.about)>
            <DescriptionList>
                <Fact term=td_string!(l, modules.code)>{code}</Fact>
                <Fact term=td_string!(l, stores.created)>{fmt::date(locale(), created_at)}</Fact>
            </DescriptionList>
        </Card>
    }
}

fn columns() -> Vec<Column<StoreRow>> {
    let l = page();
    vec![
        Column::new(td_string!(l, stores.name), |row: &StoreRow| row.name.clone()),
        Column::new(td_string!(l, stores.status), |row: &StoreRow| view! { <StatusBadge status=row.status/> }),
        Column::new(td_string!(l, stores.created), |row: &StoreRow| fmt::date(locale(), row.created_at)).aside(),
    ]
}
