//! Goes on as somebody else, after asking why.

use leptos::prelude::*;
use orion_ui::{
    Card, Dialog, DialogButton, DialogClose, Form, Hidden, IconName, Size, SubmitButton, TextArea, TextField, TextKind,
    Variant, may,
};

use crate::{
    error,
    i18n::{page, td_string},
    permissions::IMPERSONATE,
    server_fns::tenants::{ImpersonateCustomer as AsCustomer, ImpersonateMember as AsMember},
    views::Person,
};

/// In a member's row.
#[component]
pub fn ImpersonateMember(
    /// Whom.
    person: Person,
    /// Code of the store.
    store: String,
    /// Goes on.
    action: ServerAction<AsMember>,
) -> AnyView {
    let l = page();
    if !may(IMPERSONATE) {
        return ().into_any();
    }
    if person.is_operator {
        return view! { <span class="muted">{td_string!(l, impersonation.is_operator)}</span> }.into_any();
    }
    let dialog = format!("as-{}", person.id);
    view! {
        <DialogButton
            dialog=dialog.clone()
            label=td_string!(l, impersonation.act_as)
            icon=IconName::LogIn
            size=Size::Small
            variant=Variant::Plain
        />
        <Dialog id=dialog.clone() title=td_string!(l, impersonation.title, name = person.name).to_string()>
            <p class="muted">{td_string!(l, impersonation.body)}</p>
            <Form action error_text=error::text id=format!("{dialog}-form")>
                <Hidden name="store" value=store/>
                <Hidden name="person" value=person.id.to_string()/>
                {reason()}
                <div class="row" data-justify="end">
                    <DialogClose dialog/>
                    <SubmitButton label=td_string!(l, impersonation.go)/>
                </div>
            </Form>
        </Dialog>
    }
    .into_any()
}

/// A card of its own: customers are found by their address.
#[component]
pub fn ImpersonateCustomer(
    /// Code of the store.
    store: String,
    /// Goes on.
    action: ServerAction<AsCustomer>,
) -> impl IntoView {
    let l = page();
    may(IMPERSONATE).then(|| {
        view! {
            <Card title=td_string!(l, impersonation.customer) subtitle=td_string!(l, impersonation.body)>
                <Form action error_text=error::text id="as-customer">
                    <Hidden name="store" value=store/>
                    <TextField
                        name="email"
                        label=td_string!(l, impersonation.customer_email)
                        kind=TextKind::Email
                        autocomplete="off"
                        required=true
                    />
                    {reason()}
                    <div class="row"><SubmitButton label=td_string!(l, impersonation.go_customer) variant=Variant::Secondary/></div>
                </Form>
            </Card>
        }
    })
}

fn reason() -> AnyView {
    let l = page();
    view! {
        <TextArea
            name="reason"
            label=td_string!(l, tenants.reason)
            hint=td_string!(l, impersonation.reason_hint)
            maxlength=500
            rows=2
            required=true
        />
    }
    .into_any()
}
