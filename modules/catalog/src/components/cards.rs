//! Products side by side.

use leptos::prelude::*;
use orion_ui::{Price, ProductCard as Card, ProductGrid, Tone};

use crate::{
    i18n::{page, td_string},
    paths,
    views::ProductCard,
};

/// Pictures that load at once, being in sight when the page opens.
const IN_SIGHT: usize = 4;

/// Products side by side. Their makers are named where there are several.
#[component]
pub fn ProductCards(
    /// The products.
    products: Vec<ProductCard>,
    /// Below other content: no picture is in sight at first.
    #[prop(optional)]
    below: bool,
) -> impl IntoView {
    let l = page();
    let has_makers = products.iter().any(|product| product.vendor != products[0].vendor);
    let cards = products.into_iter().enumerate().map(move |(place, product)| {
        let (badge, tone) = match (product.is_sold_out, product.compare_at) {
            (true, _) => (td_string!(l, shop.sold_out), Tone::Neutral),
            (false, Some(_)) => (td_string!(l, shop.sale), Tone::Accent),
            (false, None) => ("", Tone::Neutral),
        };
        let (price, compare_at, from) = (product.price, product.compare_at, product.has_range);
        view! {
            <Card
                title=product.title
                href=paths::product(&product.slug)
                image=product.image
                price=move || view! { <Price price=price compare_at=compare_at from=from/> }
                badge=badge
                tone=tone
                note=if has_makers { product.vendor } else { String::new() }
                eager=!below && place < IN_SIGHT
            />
        }
    });
    view! { <ProductGrid>{cards.collect_view()}</ProductGrid> }
}
