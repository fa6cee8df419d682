//! Has a store deleted after a waiting time, or takes that back.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    ActionButton, Alert, Card, Dialog, DialogButton, DialogClose, Form, Hidden, SubmitButton, TextArea, TextField,
    Tone, Variant, page::locale,
};

use crate::{
    components::reason_without,
    error,
    i18n::{page, td_string},
    permissions::STORES_MANAGE,
    server_fns::tenants::{CancelDeletion, RequestDeletion},
    views::StoreDetails,
};

/// What deleting does, or when it happens.
#[component]
pub fn DeletionCard(
    /// The store.
    store: StoreDetails,
    /// Asks for it.
    request: ServerAction<RequestDeletion>,
    /// Takes that back.
    cancel: ServerAction<CancelDeletion>,
) -> AnyView {
    let l = page();
    let reason = reason_without(STORES_MANAGE);
    if let Some(due) = store.delete_after {
        let begun = if store.is_erasing { td_string!(l, errors.deletion_has_begun).to_owned() } else { reason };
        let date = fmt::date_time(locale(), due);
        return view! {
            <Alert tone=Tone::Critical title=td_string!(l, deletion.waiting, date = date).to_string()>
                <div class="stack">
                    <p>{td_string!(l, deletion.asked_by, name = store.deletion_requested_by).to_string()}</p>
                    <ActionButton
                        action=cancel
                        label=td_string!(l, deletion.cancel)
                        fields=vec![("code", store.code)]
                        variant=Variant::Primary
                        reason=begun
                        error_text=error::text
                    />
                </div>
            </Alert>
        }
        .into_any();
    }
    let may = reason.is_empty();
    let dialog = "delete";
    let code = store.code.clone();
    let days = store.deletion_days;
    let question = may.then(|| {
        view! {
            <DialogButton dialog label=td_string!(l, deletion.request)/>
            <Dialog id=dialog title=td_string!(l, deletion.title, name = store.name.clone()).to_string()>
                <p class="muted">{td_string!(l, deletion.body, days = days).to_string()}</p>
                <Form action=request error_text=error::text id="delete-form">
                    <Hidden name="code" value=code.clone()/>
                    <TextField
                        name="confirm"
                        label=td_string!(l, deletion.confirm, code = code.clone()).to_string()
                        autocomplete="off"
                        required=true
                    />
                    <TextArea name="reason" label=td_string!(l, tenants.reason) maxlength=500 required=true/>
                    <div class="row" data-justify="end">
                        <DialogClose dialog/>
                        <SubmitButton label=td_string!(l, deletion.request) variant=Variant::Critical/>
                    </div>
                </Form>
            </Dialog>
        }
    });
    view! {
        <Card title=td_string!(l, deletion.card)>
            <div class="stack">
                <p class="muted">{td_string!(l, deletion.lead, days = days).to_string()}</p>
                <div class="row">{question}</div>
            </div>
        </Card>
    }
    .into_any()
}
