//! What is bought and what it costs, beside the form; on a phone above it, folded.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Amount, Card, DescriptionList, Fact, LineItem, LineItems, Link, Picture, page::locale};

use super::checkout::Shown;
use crate::{
    i18n::{page, td_string},
    model::Sum,
    paths,
    views::LineView,
};

/// For wide screens.
#[component]
pub fn SideSummary(
    /// The page's state.
    shown: Shown,
) -> AnyView {
    let l = page();
    view! {
        <div class="checkout-side">
            <Card title=td_string!(l, summary.title) actions=|| view! { <Link href=paths::CART>{td_string!(page(), cart.edit)}</Link> }>
                <div class="stack">
                    <Lines shown/>
                    <Sums shown/>
                </div>
            </Card>
        </div>
    }
    .into_any()
}

/// For phones.
#[component]
pub fn PhoneSummary(
    /// The page's state.
    shown: Shown,
) -> AnyView {
    let l = page();
    let total = move || shown.sum.get().map(|sum| view! { <Amount value=sum.total/> });
    view! {
        <details class="checkout-fold">
            <summary>
                <span>{td_string!(l, summary.title)}</span>
                <strong>{total}</strong>
            </summary>
            <div class="stack">
                <Lines shown/>
                <Sums shown/>
                <Link href=paths::CART>{td_string!(l, cart.edit)}</Link>
            </div>
        </details>
    }
    .into_any()
}

#[component]
fn Lines(shown: Shown) -> AnyView {
    let lines = Memo::new(move |_| shown.view.with(|view| view.lines.clone()));
    let items = move || lines.get().into_iter().map(line).collect_view();
    view! { <LineItems>{items}</LineItems> }.into_any()
}

fn line(line: LineView) -> AnyView {
    let l = page();
    let picture = line.image_url.map(|src| Picture::new(src, "", 72, 90));
    let total = line.total;
    let quantity = td_string!(l, summary.quantity, quantity = line.quantity);
    let detail = if line.variant_title.is_empty() { quantity } else { format!("{} · {quantity}", line.variant_title) };
    view! {
        <LineItem title=line.title href=paths::product(&line.slug) image=picture detail amount=move || view! { <Amount value=total/> }/>
    }
    .into_any()
}

/// Goods, shipping, total, and the tax in it.
#[component]
pub fn Sums(
    /// The page's state.
    shown: Shown,
) -> AnyView {
    let sums = move || shown.sum.get().map(|sum| sums_view(sum, shown));
    view! { {sums} }.into_any()
}

fn sums_view(sum: Sum, shown: Shown) -> AnyView {
    let l = page();
    let is_sent = shown.view.with(|view| !view.shippings.is_empty());
    let rate = shown.view.with(|view| view.tax_rate);
    let shipping = is_sent.then(|| {
        let price = if sum.shipping.is_zero() {
            td_string!(l, shipping.free).to_owned().into_any()
        } else {
            view! { <Amount value=sum.shipping/> }.into_any()
        };
        view! { <Fact term=td_string!(l, summary.shipping)>{price}</Fact> }
    });
    let tax = td_string!(l, summary.tax, rate = fmt::percent(locale(), rate));
    view! {
        <DescriptionList sum=true>
            <Fact term=td_string!(l, summary.goods)><Amount value=sum.goods/></Fact>
            {shipping}
            <Fact term=td_string!(l, summary.total) strong=true><Amount value=sum.total/></Fact>
            <Fact term=tax><Amount value=sum.tax/></Fact>
        </DescriptionList>
    }
    .into_any()
}
