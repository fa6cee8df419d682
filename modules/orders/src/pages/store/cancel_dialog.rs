//! Calling an order off, after saying what that means.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    Alert, Button, Choice, Dialog, DialogButton, DialogClose, Form, Hidden, Select, SubmitButton, Switch, Tone,
    Variant, page::locale,
};

use super::actions::{Actions, Rights};
use crate::{
    error,
    i18n::{page, td_string},
    model::CancelReason,
    views::OrderDetails,
};

const DIALOG: &str = "cancel-order-dialog";

/// A reason in words.
pub fn reason_label(reason: CancelReason) -> &'static str {
    let l = page();
    match reason {
        CancelReason::Customer => td_string!(l, reasons.customer),
        CancelReason::Inventory => td_string!(l, reasons.inventory),
        CancelReason::Unpaid => td_string!(l, reasons.unpaid),
        CancelReason::Fraud => td_string!(l, reasons.fraud),
        CancelReason::Staff => td_string!(l, reasons.staff),
        CancelReason::Other => td_string!(l, reasons.other),
    }
}

/// The button and its dialog, or the button with the reason why not.
#[component]
pub fn CancelButton(
    /// The order.
    order: OrderDetails,
    /// The page's actions.
    actions: Actions,
    /// What may be offered.
    rights: Rights,
) -> AnyView {
    if !rights.cancel {
        return ().into_any();
    }
    let l = page();
    let label = td_string!(l, cancel.button);
    let is_paid = order.states.can_refund().is_ok();
    let reason = match order.states.can_cancel() {
        Err(refusal) => error::text(locale(), refusal.code(), &[]).unwrap_or_default(),
        Ok(()) if is_paid && !rights.refund => td_string!(l, cancel.needs_refund).to_owned(),
        Ok(()) => String::new(),
    };
    if !reason.is_empty() {
        return view! { <Button label reason/> }.into_any();
    }
    let refund = is_paid.then(|| {
        let amount = order.total.checked_sub(order.refunded).unwrap_or(order.total);
        let text = td_string!(l, cancel.refund, amount = fmt::money(locale(), amount));
        view! { <Alert tone=Tone::Info title=text/> }
    });
    let reasons = CancelReason::ALL.iter().map(|reason| Choice::new(reason.code(), reason_label(*reason))).collect();
    view! {
        <DialogButton dialog=DIALOG label/>
        <Dialog id=DIALOG title=td_string!(l, cancel.title, number = order.name.clone())>
            <Form action=actions.cancel error_text=error::text>
                <p class="muted">{td_string!(l, cancel.body)}</p>
                {refund}
                <Hidden name="order" value=order.id.to_string()/>
                <Select name="reason" label=td_string!(l, cancel.reason) options=reasons required=true/>
                <Switch
                    name="restock"
                    label=td_string!(l, cancel.restock)
                    hint=td_string!(l, cancel.restock_hint)
                    checked=true
                />
                <div class="row" data-justify="end">
                    <DialogClose dialog=DIALOG label=td_string!(l, cancel.keep)/>
                    <SubmitButton label variant=Variant::Critical/>
                </div>
            </Form>
        </Dialog>
    }
    .into_any()
}
