//! Products in lists, the product's page, lines of a cart.

use leptos::prelude::*;

use super::{Image, Picture};
use crate::{
    action::Link,
    field::filled,
    icon::{Icon, IconName},
    status::Badge,
    tone::Tone,
};

/// A product in a list.
#[component]
pub fn ProductCard(
    /// Its name.
    #[prop(into)]
    title: String,
    /// Its page below the base.
    #[prop(into)]
    href: String,
    /// Its picture.
    #[prop(default = None, into)]
    image: Option<Picture>,
    /// Its price.
    #[prop(optional, into)]
    price: Option<ViewFnOnce>,
    /// On the picture: "Sale", "Sold out".
    #[prop(optional, into)]
    badge: String,
    /// What the badge means.
    #[prop(default = Tone::Accent)]
    tone: Tone,
    /// Below the price: a brand, the number of colours.
    #[prop(optional, into)]
    note: String,
    /// A button below.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// In sight when the page opens: its picture loads at once.
    #[prop(optional)]
    eager: bool,
) -> AnyView {
    let media = match image {
        Some(picture) => view! { <Image picture eager sizes="(min-width: 56rem) 20vw, 50vw" /> }.into_any(),
        None => view! { <Icon name=IconName::Image /> }.into_any(),
    };
    view! {
        <article class="product-card">
            <div class="product-media">
                {media}
                {filled(badge).map(|label| view! { <Badge label tone /> })}
            </div>
            <div class="product-text">
                <h3>
                    <Link href plain=true>{title}</Link>
                </h3>
                {price.map(ViewFnOnce::run)}
                {filled(note).map(|note| view! { <p class="product-note">{note}</p> })}
                {actions.map(|actions| view! { <div class="product-actions">{actions.run()}</div> })}
            </div>
        </article>
    }
    .into_any()
}

/// Products side by side; fill it with [`ProductCard`].
#[component]
pub fn ProductGrid(
    /// The cards.
    children: Children,
) -> AnyView {
    view! { <div class="product-grid">{children()}</div> }.into_any()
}

/// A product's page: pictures, and beside them what there is to choose and to know.
#[component]
pub fn ProductLayout(
    /// The gallery.
    #[prop(into)]
    media: ViewFnOnce,
    /// Title, price, choices, text.
    children: Children,
) -> AnyView {
    view! {
        <div class="product-page">
            <div>{media.run()}</div>
            <div class="stack">{children()}</div>
        </div>
    }
    .into_any()
}

/// The button to buy; stays in sight on a phone.
#[component]
pub fn BuyBar(
    /// Quantity and button.
    children: Children,
) -> AnyView {
    view! { <div class="buy-bar">{children()}</div> }.into_any()
}

/// A wide column and a narrow one that stays in sight: cart and sum, checkout and order.
#[component]
pub fn TwoColumns(
    /// The narrow column.
    #[prop(into)]
    side: ViewFnOnce,
    /// The wide column.
    children: Children,
) -> AnyView {
    view! {
        <div class="two-columns">
            <div class="stack">{children()}</div>
            <aside class="stack">{side.run()}</aside>
        </div>
    }
    .into_any()
}

/// The lines of a cart or an order; fill it with [`LineItem`].
#[component]
pub fn LineItems(
    /// The lines.
    children: Children,
) -> AnyView {
    view! { <ul class="line-items">{children()}</ul> }.into_any()
}

/// A line of a cart or an order.
#[component]
pub fn LineItem(
    /// The product's name.
    #[prop(into)]
    title: String,
    /// The product's page below the base; none for a product that is gone.
    #[prop(optional, into)]
    href: String,
    /// Its picture.
    #[prop(default = None, into)]
    image: Option<Picture>,
    /// Which variant.
    #[prop(optional, into)]
    detail: String,
    /// What the line costs.
    #[prop(into)]
    amount: ViewFnOnce,
    /// Quantity, removal, notes.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let media = match image {
        Some(picture) => view! { <Image picture sizes="72px" /> }.into_any(),
        None => view! { <div class="line-item-media"></div> }.into_any(),
    };
    let title = match filled(href) {
        Some(href) => view! { <Link href plain=true>{title}</Link> }.into_any(),
        None => title.into_any(),
    };
    view! {
        <li>
            {media}
            <div class="stack" data-gap="tight">
                <div>
                    <strong>{title}</strong>
                    {filled(detail).map(|detail| view! { <p class="muted">{detail}</p> })}
                </div>
                {children.map(|children| children())}
            </div>
            <div>{amount.run()}</div>
        </li>
    }
    .into_any()
}
