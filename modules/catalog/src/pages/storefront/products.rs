//! All products.

use leptos::prelude::*;
use leptos_meta::Title;
use orion_ui::{EmptyState, IconName, Load, use_index_query};

use super::listing::ListingBody;
use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::storefront::show_listing,
};

/// All products.
#[component]
pub fn ProductsPage() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let listing = Resource::new(move || query.get(), |query| show_listing(None, query));
    view! {
        <Title text=td_string!(l, shop.all_products)/>
        <Load
            value=listing
            view=move |listing| {
                let query = query.get_untracked();
                if listing.products.total == 0 && !query.is_narrowed() {
                    return view! {
                        <div class="page">
                            <h1>{td_string!(l, shop.all_products)}</h1>
                            <EmptyState title=td_string!(l, shop.no_products) body=td_string!(l, shop.no_products_body) icon=IconName::Tag/>
                        </div>
                    }
                    .into_any();
                }
                view! { <ListingBody title=td_string!(l, shop.all_products) path=paths::PRODUCTS query=query listing=listing/> }.into_any()
            }
        />
    }
}
