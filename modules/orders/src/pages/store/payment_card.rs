//! What is to be paid, what came, and sending it back.

use leptos::prelude::*;
use orion_kernel::{boot::boot, fmt};
use orion_ui::{
    ActionButton, Card, Confirm, DescriptionList, Dialog, DialogButton, DialogClose, Fact, Form, Hidden, Link,
    MoneyField, SubmitButton, TextField, Variant, may, page::locale,
};

use super::actions::{Actions, Rights};
use crate::{
    components::{PaymentBadge, Sums},
    error,
    i18n::{page, td_string},
    paths, permissions,
    views::OrderDetails,
};

const DIALOG: &str = "refund-order-dialog";

/// The sums, the payment and what can be done about it.
#[component]
pub fn PaymentCard(
    /// The order.
    order: OrderDetails,
    /// The page's actions.
    actions: Actions,
    /// What may be offered.
    rights: Rights,
) -> AnyView {
    let l = page();
    let pay = (rights.edit && order.states.can_mark_paid().is_ok()).then(|| {
        let amount = fmt::money(locale(), order.total);
        let confirm = Confirm::new(
            td_string!(l, payment.mark_paid_title, number = order.name.clone()),
            td_string!(l, payment.mark_paid_body, amount = amount),
        );
        view! {
            <ActionButton
                action=actions.pay
                label=td_string!(l, payment.mark_paid)
                fields=vec![("order", order.id.to_string())]
                confirm
                error_text=error::text
            />
        }
    });
    let refund = (rights.refund && order.states.can_refund().is_ok()).then(|| refund_view(&order, actions));
    let may_open = boot().is_some_and(|boot| boot.has_module("payments")) && may(permissions::VIEW_PAYMENTS);
    let open = order
        .payment_id
        .filter(|_| may_open)
        .map(|id| view! { <Link href=paths::payment(id)>{td_string!(l, payment.open)}</Link> });
    let payment = order.states.payment;
    let method = order.payment_name.clone();
    view! {
        <Card title=td_string!(l, payment.title)>
            <div class="stack">
                <DescriptionList>
                    <Fact term=td_string!(l, payment.method)>{method}</Fact>
                    <Fact term=td_string!(l, payment.state)><PaymentBadge payment/></Fact>
                </DescriptionList>
                {open}
                <Sums order/>
                {pay}
                {refund}
            </div>
        </Card>
    }
    .into_any()
}

fn refund_view(order: &OrderDetails, actions: Actions) -> AnyView {
    let l = page();
    let most = order.total.checked_sub(order.refunded).unwrap_or(order.total);
    let label = td_string!(l, refund.button);
    let (id, number) = (order.id.to_string(), order.name.clone());
    view! {
        <DialogButton dialog=DIALOG label/>
        <Dialog id=DIALOG title=td_string!(l, refund.title, number = number)>
            <Form action=actions.refund reset_on_success=true error_text=error::text>
                <p class="muted">{td_string!(l, refund.body, amount = fmt::money(locale(), most))}</p>
                <Hidden name="order" value=id/>
                <MoneyField name="amount" label=td_string!(l, refund.amount) value=most required=true/>
                <TextField
                    name="reason"
                    label=td_string!(l, refund.reason)
                    hint=td_string!(l, refund.reason_hint)
                    maxlength=200
                />
                <div class="row" data-justify="end">
                    <DialogClose dialog=DIALOG/>
                    <SubmitButton label variant=Variant::Critical/>
                </div>
            </Form>
        </Dialog>
    }
    .into_any()
}
