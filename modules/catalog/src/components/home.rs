//! What the home page of a storefront shows of the catalogue.

use leptos::prelude::*;
use orion_ui::{LinkButton, Section};

use super::ProductCards;
use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::storefront::newest_products,
};

/// The newest products; nothing while there are none.
#[component]
pub fn HomeProducts() -> impl IntoView {
    let l = page();
    let products = Resource::new(|| (), |()| newest_products());
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                let products = products.await.unwrap_or_default();
                (!products.is_empty())
                    .then(|| {
                        view! {
                            <Section
                                title=td_string!(l, shop.new_products)
                                actions=move || view! { <LinkButton label=td_string!(l, shop.all_products) href=paths::PRODUCTS/> }
                            >
                                <ProductCards products=products below=true/>
                            </Section>
                        }
                    })
            })}
        </Suspense>
    }
}
