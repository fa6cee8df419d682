//! The products of a category.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use orion_ui::{Load, not_found, use_index_query};

use super::listing::ListingBody;
use crate::{paths, server_fns::storefront::show_listing};

/// The products of a category.
#[component]
pub fn CategoryPage() -> impl IntoView {
    let query = use_index_query();
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("slug").unwrap_or_default()));
    let listing = Resource::new(move || (slug.get(), query.get()), |(slug, query)| show_listing(Some(slug), query));
    view! {
        <Load
            value=listing
            view=move |listing| {
                let Some(category) = listing.category.clone() else { return not_found() };
                view! {
                    <Title text=category.name.clone()/>
                    <ListingBody title=category.name path=paths::category(&category.slug) query=query.get_untracked() listing=listing/>
                }
                .into_any()
            }
        />
    }
}
