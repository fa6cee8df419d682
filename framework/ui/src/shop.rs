//! What shoppers see: pictures, products, prices, lines of a cart.

mod picture;
mod product;

use leptos::prelude::*;
use orion_kernel::{Money, fmt};

pub use picture::{Gallery, Image, Picture};
pub use product::{BuyBar, LineItem, LineItems, ProductCard, ProductGrid, ProductLayout, TwoColumns};

use crate::{
    field::filled,
    i18n::{page as texts, td_string},
    page,
};

/// An amount of money in the page's language.
#[component]
pub fn Amount(
    /// The amount.
    value: Money,
) -> AnyView {
    view! { <span class="number">{fmt::money(page::locale(), value)}</span> }.into_any()
}

/// What something costs.
#[component]
pub fn Price(
    /// The price that is paid.
    price: Money,
    /// What it cost before; shown only when it is more.
    #[prop(default = None, into)]
    compare_at: Option<Money>,
    /// The price is that of the cheapest variant.
    #[prop(optional)]
    from: bool,
    /// For the product's own page.
    #[prop(optional)]
    large: bool,
    /// Below the price: "incl. VAT, plus shipping", the price per kilogram.
    #[prop(optional, into)]
    note: String,
) -> AnyView {
    let l = texts();
    let locale = page::locale();
    let was = compare_at.filter(|was| was.currency == price.currency && was.minor > price.minor);
    let before = was.map(|was| {
        view! {
            <span class="price-was">
                <span class="visually-hidden">{td_string!(l, shop.regular_price).to_string()} " "</span>
                <s>{fmt::money(locale, was)}</s>
            </span>
        }
    });
    let from = from.then(|| format!("{} ", td_string!(l, shop.from)));
    view! {
        <span class="price" data-size=large.then_some("large") data-sale=was.is_some()>
            <span class="price-now">
                <span class="visually-hidden">{td_string!(l, shop.price).to_string()} " "</span>
                {from}
                {fmt::money(locale, price)}
            </span>
            {before}
            {filled(note).map(|note| view! { <span class="price-note">{note}</span> })}
        </span>
    }
    .into_any()
}
