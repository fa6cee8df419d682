//! Sending what is left, all of it or a part.

use leptos::prelude::*;
use orion_ui::{Alert, Card, FieldRow, Form, Hidden, QuantityField, TextField, TextKind, Tone};

use super::actions::{Actions, Rights};
use crate::{
    error,
    forms::quantity_field,
    i18n::{page, td_string},
    model::Payment,
    views::{OrderDetails, OrderLine},
};

/// The form for a parcel; nothing when there is nothing to send.
#[component]
pub fn FulfilCard(
    /// The order.
    order: OrderDetails,
    /// The page's actions.
    actions: Actions,
    /// What may be offered.
    rights: Rights,
) -> AnyView {
    if !rights.edit || order.states.can_fulfil().is_err() {
        return ().into_any();
    }
    let l = page();
    let unpaid = (order.states.payment == Payment::Pending)
        .then(|| view! { <Alert tone=Tone::Warning title=td_string!(l, fulfil.unpaid)/> });
    let lines: Vec<OrderLine> = order.lines.into_iter().filter(|line| line.left() > 0).collect();
    view! {
        <Card title=td_string!(l, fulfil.title) subtitle=td_string!(l, fulfil.hint)>
            <Form
                action=actions.fulfil
                submit=td_string!(l, fulfil.submit)
                reset_on_success=true
                error_text=error::text
            >
                {unpaid}
                <Hidden name="order" value=order.id.to_string()/>
                // Made here, or the fields would not find the form around them, nor its errors.
                {lines.into_iter().enumerate().map(|(index, line)| line_view(index, line)).collect_view()}
                <FieldRow>
                    <TextField name="carrier" label=td_string!(l, fulfil.carrier) maxlength=80/>
                    <TextField name="tracking_number" label=td_string!(l, fulfil.tracking_number) maxlength=80/>
                </FieldRow>
                <TextField
                    name="tracking_url"
                    label=td_string!(l, fulfil.tracking_url)
                    hint=td_string!(l, fulfil.tracking_url_hint)
                    kind=TextKind::Url
                />
            </Form>
        </Card>
    }
    .into_any()
}

fn line_view(index: usize, line: OrderLine) -> AnyView {
    let left = line.left();
    let label =
        if line.variant_title.is_empty() { line.title } else { format!("{}, {}", line.title, line.variant_title) };
    view! {
        <Hidden name=format!("lines[{index}][id]") value=line.id.to_string()/>
        <QuantityField name=quantity_field(index) label value=left min=0 max=left/>
    }
    .into_any()
}
