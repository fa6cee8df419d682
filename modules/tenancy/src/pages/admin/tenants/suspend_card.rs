//! Suspends a store, and lifts that again.

use leptos::prelude::*;
use orion_ui::{
    ActionButton, Alert, Card, Confirm, Dialog, DialogButton, DialogClose, Form, Hidden, SubmitButton, TextArea, Tone,
    Variant,
};

use crate::{
    components::reason_without,
    error,
    i18n::{page, td_string},
    permissions::STORES_MANAGE,
    server_fns::tenants::{ReactivateStore, SuspendStore},
    views::{StoreDetails, StoreStatus},
};

/// What suspending does, or why the store is suspended.
#[component]
pub fn SuspendCard(
    /// The store.
    store: StoreDetails,
    /// Suspends it.
    suspend: ServerAction<SuspendStore>,
    /// Lifts that.
    reactivate: ServerAction<ReactivateStore>,
) -> AnyView {
    let l = page();
    let reason = reason_without(STORES_MANAGE);
    if store.status == StoreStatus::Suspended || !store.suspension_reason.is_empty() {
        return view! {
            <Alert tone=Tone::Critical title=td_string!(l, tenants.is_suspended)>
                <div class="stack">
                    <p>{store.suspension_reason}</p>
                    <ActionButton
                        action=reactivate
                        label=td_string!(l, tenants.reactivate)
                        fields=vec![("code", store.code)]
                        variant=Variant::Primary
                        confirm=Confirm::new(
                            td_string!(l, tenants.reactivate_title, name = store.name).to_string(),
                            td_string!(l, tenants.reactivate_body),
                        )
                        reason
                        error_text=error::text
                    />
                </div>
            </Alert>
        }
        .into_any();
    }
    let may = reason.is_empty();
    let dialog = "suspend";
    let question = may.then(|| {
        view! {
            <DialogButton dialog label=td_string!(l, tenants.suspend)/>
            <Dialog id=dialog title=td_string!(l, tenants.suspend_title, name = store.name.clone()).to_string()>
                <p class="muted">{td_string!(l, tenants.suspend_body)}</p>
                <Form action=suspend error_text=error::text id="suspend-form">
                    <Hidden name="code" value=store.code.clone()/>
                    <TextArea
                        name="reason"
                        label=td_string!(l, tenants.reason)
                        hint=td_string!(l, tenants.suspend_reason_hint)
                        maxlength=500
                        required=true
                    />
                    <div class="row" data-justify="end">
                        <DialogClose dialog/>
                        <SubmitButton label=td_string!(l, tenants.suspend) variant=Variant::Critical/>
                    </div>
                </Form>
            </Dialog>
        }
    });
    view! {
        <Card title=td_string!(l, tenants.suspension)>
            <div class="stack">
                <p class="muted">{td_string!(l, tenants.suspend_lead)}</p>
                <div class="row">{question}</div>
            </div>
        </Card>
    }
    .into_any()
}
