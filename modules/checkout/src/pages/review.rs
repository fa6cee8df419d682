//! The last look before ordering (Directive 2011/83/EU, article 8(2)): what, for how much, and a button that says it costs money.

use leptos::prelude::*;
use orion_ui::{Card, Checkbox, Hidden, Size, SubmitButton, href};

use super::{checkout::Shown, summary::Sums};
use crate::{
    i18n::{page, td_string},
    paths,
};

/// What is ordered, the terms, the button.
#[component]
pub fn Review(
    /// The page's state.
    shown: Shown,
) -> AnyView {
    let l = page();
    let goods = move || {
        shown.view.with(|view| {
            view.lines
                .iter()
                .map(|line| {
                    let title = match line.variant_title.as_str() {
                        "" => line.title.clone(),
                        options => format!("{} – {options}", line.title),
                    };
                    view! { <li>{td_string!(l, review.line, quantity = line.quantity, title = title)}</li> }
                })
                .collect_view()
        })
    };
    let delivery = move || {
        let code = shown.shipping.get();
        shown.view.with(|view| {
            let option = view.shippings.iter().find(|option| option.code == code)?;
            let said = match option.delivery_days.as_str() {
                "" => return None,
                "1" => td_string!(l, review.delivery_one_day).to_owned(),
                days => td_string!(l, review.delivery, days = days.to_owned()),
            };
            Some(view! { <p>{said}</p> })
        })
    };
    // The server orders at this total or not at all.
    let expected = move || {
        let total = shown.sum.get().map_or(0, |sum| sum.total.minor);
        view! { <Hidden name="expected_total_minor" value=total.to_string()/> }
    };
    view! {
        <Card title=td_string!(l, review.title)>
            <div class="stack">
                <ul class="checkout-goods">{goods}</ul>
                {delivery}
                <Sums shown/>
                <p class="muted">
                    {td_string!(l, review.read)} " "
                    <a class="link" href=href(paths::TERMS) target="_blank" rel="external">{td_string!(l, review.terms)}</a>
                    " · "
                    <a class="link" href=href(paths::WITHDRAWAL) target="_blank" rel="external">{td_string!(l, review.withdrawal)}</a>
                    " " {td_string!(l, review.new_tab)}
                </p>
                <Checkbox name="terms" label=td_string!(l, review.accept) required=true/>
                {expected}
                <SubmitButton label=td_string!(l, review.order) size=Size::Large wide=true name="intent" value="order"/>
                <p class="muted">{td_string!(l, review.after)}</p>
            </div>
        </Card>
    }
    .into_any()
}
