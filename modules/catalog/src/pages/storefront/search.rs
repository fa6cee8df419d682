//! The search.

use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use orion_ui::{
    Button, EmptyState, GetForm, IconName, LinkButton, Load, TextField, TextKind, Variant, use_index_query,
};

use super::listing::ListingBody;
use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::storefront::search_products,
};

/// What words find.
#[component]
pub fn SearchPage() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let listing = Resource::new(move || query.get(), search_products);
    view! {
        <Title text=td_string!(l, search.title)/>
        // Pages of results are of no use in another search engine.
        <Meta name="robots" content="noindex"/>
        <Load
            value=listing
            view=move |listing| {
                let query = query.get_untracked();
                let words = query.search.clone();
                if listing.products.total > 0 || (query.is_narrowed() && listing.facets.prices.is_some()) {
                    let title = td_string!(l, search.found, words = words).to_string();
                    return view! { <ListingBody title=title path=paths::SEARCH query=query listing=listing/> }.into_any();
                }
                let (title, body) = if words.trim().is_empty() {
                    (td_string!(l, search.title).to_owned(), td_string!(l, search.hint))
                } else {
                    (td_string!(l, search.nothing, words = words.clone()).to_string(), td_string!(l, search.nothing_body))
                };
                view! {
                    <div class="page" data-width="narrow">
                        <h1>{td_string!(l, search.title)}</h1>
                        <GetForm path=paths::SEARCH role="search" class="row">
                            <TextField
                                name="q"
                                label=td_string!(l, search.title)
                                hide_label=true
                                kind=TextKind::Search
                                value=words
                                placeholder=td_string!(l, search.placeholder)
                            />
                            <Button kind="submit" label=td_string!(l, search.submit) variant=Variant::Primary/>
                        </GetForm>
                        <EmptyState
                            title=title
                            body=body
                            icon=IconName::Search
                            actions=move || view! { <LinkButton label=td_string!(l, shop.all_products) href=paths::PRODUCTS/> }
                        />
                    </div>
                }
                .into_any()
            }
        />
    }
}
