//! A line of the cart: what it is, what it costs, how many, and what is wrong with it.

use leptos::prelude::*;
use orion_contracts::VariantId;
use orion_kernel::fmt;
use orion_ui::{
    ActionButton, Amount, Badge, Form, FormLayout, Hidden, IconName, LineItem, Picture, QuantityField, Size,
    SubmitButton, Tone, Variant, page::locale,
};

use super::cart::Actions;
use crate::{
    error,
    i18n::{page, td_string},
    model::LineState,
    paths,
    views::CartLine,
};

/// The line.
pub fn line_view(line: CartLine, actions: Actions) -> AnyView {
    let l = page();
    let name = if line.variant_title.is_empty() {
        line.title.clone()
    } else {
        format!("{}, {}", line.title, line.variant_title)
    };
    let href =
        if line.product_slug.is_empty() { String::new() } else { paths::variant(&line.product_slug, line.variant_id) };
    let image = line.image_url.clone().map(|src| Picture::new(src, "", 144, 180));
    let each = line.state.has_price().then(|| {
        let price = td_string!(l, page.each, price = fmt::money(locale(), line.unit_price));
        view! { <p class="muted number">{price}</p> }
    });
    let total = line.state.has_price().then_some(line.total);
    let notes = notes(&line, actions);
    let quantity =
        (!matches!(line.state, LineState::SoldOut | LineState::Gone)).then(|| quantity_form(&line, &name, actions));
    let remove = view! {
        <ActionButton
            action=actions.remove
            label=td_string!(l, page.remove_of, product = name)
            fields=vec![("variant_id", line.variant_id.to_string())]
            variant=Variant::Plain
            size=Size::Small
            icon=IconName::Trash2
            icon_only=true
            error_text=error::text
        />
    };
    view! {
        <LineItem
            title=line.title
            href
            image
            detail=line.variant_title
            amount=move || total.map(|total| view! { <strong><Amount value=total/></strong> })
        >
            {each}
            {notes}
            <div class="row">{quantity} {remove}</div>
        </LineItem>
    }
    .into_any()
}

/// The id of the form with a line's quantity.
pub fn quantity_form_id(line: VariantId) -> String {
    format!("quantity-{line}")
}

fn quantity_form(line: &CartLine, name: &str, actions: Actions) -> AnyView {
    let l = page();
    let (id, quantity, max) = (line.variant_id.to_string(), line.quantity, line.limit.max(line.quantity));
    let label = td_string!(l, page.quantity_of, product = name.to_owned());
    let update = move || {
        (!actions.has_scripts.get()).then(
            || view! { <SubmitButton label=td_string!(l, page.update) variant=Variant::Secondary size=Size::Small/> },
        )
    };
    view! {
        <Form
            action=actions.set
            layout=FormLayout::Inline
            error_text=error::text
            id=quantity_form_id(line.variant_id)
        >
            <Hidden name="variant_id" value=id/>
            <QuantityField name="quantity" label value=quantity max hide_label=true auto_submit=true/>
            {update}
        </Form>
    }
    .into_any()
}

fn notes(line: &CartLine, actions: Actions) -> AnyView {
    let l = page();
    let state = match line.state {
        LineState::Buyable => None,
        LineState::Short { available: 1 } => Some((td_string!(l, notes.last_one).to_owned(), Tone::Warning)),
        LineState::Short { available } => {
            Some((td_string!(l, notes.only_left, count = fmt::number(locale(), available)), Tone::Warning))
        }
        LineState::SoldOut => Some((td_string!(l, notes.sold_out).to_owned(), Tone::Critical)),
        LineState::Gone => Some((td_string!(l, notes.gone).to_owned(), Tone::Critical)),
    };
    let take = match line.state {
        LineState::Short { available } => Some(view! {
            <ActionButton
                action=actions.set
                label=td_string!(l, page.take, quantity = fmt::number(locale(), available))
                fields=vec![("variant_id", line.variant_id.to_string()), ("quantity", available.to_string())]
                size=Size::Small
                error_text=error::text
            />
        }),
        _ => None,
    };
    let price = line.former_price.map(|former| {
        let (former, now) = (fmt::money(locale(), former), fmt::money(locale(), line.unit_price));
        view! { <Badge label=td_string!(l, notes.price_changed, former = former, now = now) tone=Tone::Info/> }
    });
    let state = state.map(|(label, tone)| view! { <Badge label tone/> });
    view! { <div class="row">{state} {take} {price}</div> }.into_any()
}
