//! Adds a way of shipping, or changes one, in a dialog.

use leptos::prelude::*;
use orion_kernel::Locale;
use orion_ui::{
    Dialog, DialogButton, DialogClose, FieldRow, FieldSet, Form, Hidden, IconName, MoneyField, Size, SubmitButton,
    TextField, Variant,
};

use crate::{
    error,
    forms::name_field,
    i18n::{page, td_string},
    server_fns::store::SaveRate,
    views::RateRow,
};

/// A button and the dialog it opens.
#[component]
pub fn RateDialog(
    /// Saves it.
    action: ServerAction<SaveRate>,
    /// The rate to change; a new one when absent.
    #[prop(optional)]
    rate: Option<RateRow>,
) -> impl IntoView {
    let l = page();
    let is_new = rate.is_none();
    let (id, title) = match &rate {
        Some(rate) => (format!("rate-{}", rate.id), td_string!(l, shipping.change_title)),
        None => ("rate-new".to_owned(), td_string!(l, shipping.add_title)),
    };
    let dialog = format!("{id}-dialog");
    let button = if is_new {
        view! {
            <DialogButton
                dialog=dialog.clone()
                label=td_string!(l, shipping.add)
                variant=Variant::Primary
                icon=IconName::Plus
            />
        }
        .into_any()
    } else {
        view! { <DialogButton dialog=dialog.clone() label=td_string!(l, shipping.change) size=Size::Small/> }.into_any()
    };
    view! {
        {button}
        <Dialog id=dialog.clone() title>
            <Form action id reset_on_success=is_new error_text=error::text>
                <Fields rate/>
                <div class="row" data-justify="end">
                    <DialogClose dialog/>
                    <SubmitButton label=td_string!(l, settings.save)/>
                </div>
            </Form>
        </Dialog>
    }
}

#[component]
fn Fields(rate: Option<RateRow>) -> impl IntoView {
    let l = page();
    let hidden = rate.as_ref().map(|rate| view! { <Hidden name="id" value=rate.id.to_string()/> });
    let names = Locale::ALL
        .into_iter()
        .map(|locale| {
            let value = rate.as_ref().and_then(|rate| rate.names.get(locale.code())).cloned().unwrap_or_default();
            view! { <TextField name=name_field(locale) label=locale.name_in_own_language() value/> }
        })
        .collect_view();
    let price = rate.as_ref().map(|rate| rate.price);
    let free_from = rate.as_ref().and_then(|rate| rate.free_from);
    let days = rate.map(|rate| rate.delivery_days).unwrap_or_default();
    view! {
        {hidden}
        <FieldSet legend=td_string!(l, shipping.names) hint=td_string!(l, shipping.names_hint)>{names}</FieldSet>
        <FieldRow>
            <MoneyField name="price" label=td_string!(l, shipping.price) hint=td_string!(l, shipping.price_hint) value=price required=true/>
            <MoneyField
                name="free_from"
                label=td_string!(l, shipping.free_from)
                hint=td_string!(l, shipping.free_from_hint)
                value=free_from
            />
        </FieldRow>
        <TextField
            name="delivery_days"
            label=td_string!(l, shipping.delivery)
            hint=td_string!(l, shipping.delivery_hint)
            value=days
            short=true
            required=true
        />
    }
}
