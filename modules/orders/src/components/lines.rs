//! What was bought.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Amount, Badge, LineItem, LineItems, Picture, Tone, page::locale};

use crate::{
    i18n::{page, td_string},
    views::OrderLine,
};

/// "1 item", "3 items".
#[must_use]
pub fn items(count: i64) -> String {
    let l = page();
    if count == 1 {
        td_string!(l, details.one_item).to_owned()
    } else {
        td_string!(l, details.n_items, count = fmt::number(locale(), count))
    }
}

/// The lines with pictures and prices.
#[component]
pub fn Lines(
    /// The lines.
    lines: Vec<OrderLine>,
    /// With stock keeping units and what is sent, for the back office.
    #[prop(optional)]
    internal: bool,
) -> AnyView {
    let lines = lines.into_iter().map(|line| line_view(line, internal)).collect_view();
    view! { <LineItems>{lines}</LineItems> }.into_any()
}

fn line_view(line: OrderLine, internal: bool) -> AnyView {
    let l = page();
    let image = line.image_url.clone().map(|src| Picture::new(src, "", 96, 120));
    let price = td_string!(
        l,
        details.line_price,
        quantity = fmt::number(locale(), line.quantity),
        price = fmt::money(locale(), line.unit_price)
    );
    let sku = (internal && !line.sku.is_empty())
        .then(|| view! { <div class="muted">{td_string!(l, details.sku, sku = line.sku.clone())}</div> });
    let sent = (internal && line.sent > 0).then(|| {
        let label = td_string!(l, details.sent_of, sent = line.sent, quantity = line.quantity);
        let tone = if line.left() == 0 { Tone::Success } else { Tone::Info };
        view! { <div><Badge label tone/></div> }
    });
    let total = line.total;
    view! {
        <LineItem title=line.title detail=line.variant_title image amount=move || view! { <Amount value=total/> }>
            {sku}
            <div class="muted number">{price}</div>
            {sent}
        </LineItem>
    }
    .into_any()
}
