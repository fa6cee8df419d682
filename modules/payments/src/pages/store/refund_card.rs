//! Sending money back, and what became of it.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{
    ActionButton, Amount, Button, Card, Column, Confirm, DataTable, Dialog, DialogButton, DialogClose, Form, Hidden,
    MoneyField, Size, SubmitButton, TextField, Variant, all_done, done, may, page::locale, say_done,
};

use super::status::RefundStatusBadge;
use crate::{
    error,
    i18n::{page, td_string},
    model::{RefundStatus, can_refund},
    permissions,
    server_fns::store::{MarkRefundSent, RefundPayment, RetryRefund},
    views::{PaymentView, RefundView},
};

const DIALOG: &str = "refund-payment-dialog";

/// What can be done about refunds.
#[derive(Clone, Copy)]
pub struct RefundActions {
    refund: ServerAction<RefundPayment>,
    sent: ServerAction<MarkRefundSent>,
    retry: ServerAction<RetryRefund>,
}

impl RefundActions {
    /// Call it in the body of the page: what is done is said there.
    pub fn new() -> Self {
        let l = page();
        let actions = Self { refund: ServerAction::new(), sent: ServerAction::new(), retry: ServerAction::new() };
        say_done(done(actions.refund), td_string!(l, refund.done));
        say_done(done(actions.sent), td_string!(l, refund.sent_done));
        say_done(done(actions.retry), td_string!(l, refund.retry_done));
        actions
    }

    /// Changes with each thing that is done: the page asks again.
    pub fn changes(self) -> Memo<usize> {
        all_done([done(self.refund), done(self.sent), done(self.retry)])
    }
}

/// The refunds, and the button to send money back.
#[component]
pub fn RefundCard(
    /// The payment.
    payment: PaymentView,
    /// The page's actions.
    actions: RefundActions,
) -> AnyView {
    let l = page();
    let may = may(permissions::REFUND);
    let button = may.then(|| match can_refund(payment.payment.status, payment.left) {
        Ok(()) => refund_dialog(&payment, actions),
        Err(refusal) => {
            let reason = error::text(locale(), refusal.code(), &[]).unwrap_or_default();
            view! { <Button label=td_string!(l, refund.button) reason/> }.into_any()
        }
    });
    let columns = columns(may, actions);
    let list = (!payment.refunds.is_empty())
        .then(|| view! { <DataTable caption=td_string!(l, refund.title) columns rows=payment.refunds compact=true/> });
    view! {
        <Card title=td_string!(l, refund.title) subtitle=td_string!(l, refund.subtitle)>
            <div class="stack">{list} {button}</div>
        </Card>
    }
    .into_any()
}

fn refund_dialog(payment: &PaymentView, actions: RefundActions) -> AnyView {
    let l = page();
    let most = payment.left;
    let id = payment.payment.id.to_string();
    let label = td_string!(l, refund.button);
    view! {
        <DialogButton dialog=DIALOG label/>
        <Dialog id=DIALOG title=td_string!(l, refund.dialog_title)>
            <Form action=actions.refund reset_on_success=true error_text=error::text>
                <p class="muted">{td_string!(l, refund.dialog_body, amount = fmt::money(locale(), most))}</p>
                <Hidden name="payment" value=id/>
                <MoneyField name="amount" label=td_string!(l, refund.amount) value=most required=true/>
                <TextField name="reason" label=td_string!(l, refund.reason) maxlength=200/>
                <div class="row" data-justify="end">
                    <DialogClose dialog=DIALOG/>
                    <SubmitButton label variant=Variant::Critical/>
                </div>
            </Form>
        </Dialog>
    }
    .into_any()
}

fn columns(may: bool, actions: RefundActions) -> Vec<Column<RefundView>> {
    let l = page();
    vec![
        Column::new(td_string!(l, refund.asked), |row: &RefundView| fmt::date_time(locale(), row.created_at)),
        Column::new(td_string!(l, refund.reason), |row: &RefundView| reason(&row.reason)).aside(),
        Column::new(td_string!(l, index.status), move |row: &RefundView| {
            view! { <div class="row"><RefundStatusBadge status=row.status/> {may.then(|| next(row, actions))}</div> }
        }),
        Column::new(td_string!(l, index.amount), |row: &RefundView| view! { <Amount value=row.amount/> }).end(),
    ]
}

fn reason(reason: &str) -> String {
    if reason == "nothing_to_deliver" {
        td_string!(page(), failure.nothing_to_deliver).to_owned()
    } else {
        reason.to_owned()
    }
}

/// What somebody has to do about a refund.
fn next(row: &RefundView, actions: RefundActions) -> AnyView {
    let l = page();
    let fields = vec![("refund", row.id.to_string())];
    match row.status {
        RefundStatus::Manual => {
            let body = td_string!(l, refund.sent_body, amount = fmt::money(locale(), row.amount));
            let confirm = Confirm::new(td_string!(l, refund.sent_title), body);
            view! {
                <ActionButton action=actions.sent label=td_string!(l, refund.mark_sent) fields size=Size::Small confirm error_text=error::text/>
            }
            .into_any()
        }
        RefundStatus::Failed => view! {
            <ActionButton action=actions.retry label=td_string!(l, refund.retry) fields size=Size::Small error_text=error::text/>
        }
        .into_any(),
        RefundStatus::Pending | RefundStatus::Succeeded => ().into_any(),
    }
}
