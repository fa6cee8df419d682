//! A list of products with its filters: the same for a category, all products, and what a search finds.

mod filters;

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Breadcrumbs, EmptyState, IconName, IndexQuery, Link, LinkButton, Pagination};

use self::filters::Filters;
use crate::{
    components::ProductCards,
    i18n::{page, td_string},
    paths,
    views::{CategoryLink, Listing},
};

/// Head, filters, products, paging.
#[component]
pub fn ListingBody(
    /// What the list is called.
    #[prop(into)]
    title: String,
    /// Its path below the base.
    #[prop(into)]
    path: String,
    /// What was asked for.
    query: IndexQuery,
    /// What there is.
    listing: Listing,
) -> impl IntoView {
    let l = page();
    let Listing { category, above, below, products, facets } = listing;
    let crumbs = category.map(|category| crumbs(td_string!(l, shop.all_products), above, category));
    let total = products.total;
    let count = match total {
        1 => td_string!(l, shop.one_product).to_owned(),
        _ => td_string!(l, shop.products, count = fmt::number(orion_ui::page::locale(), total)).to_string(),
    };
    let clear = if query.search.is_empty() { path.clone() } else { cleared(&path, &query) };
    let list = if products.items.is_empty() {
        let href = clear.clone();
        view! {
            <EmptyState
                title=td_string!(l, shop.nothing_matches)
                body=td_string!(l, shop.nothing_matches_body)
                icon=IconName::Search
                actions=move || view! { <LinkButton label=td_string!(l, shop.clear_filters) href=href/> }
            />
        }
        .into_any()
    } else {
        let page = products.page;
        view! {
            <h2 class="visually-hidden">{td_string!(l, menu.products)}</h2>
            <ProductCards products=products.items/>
            <Pagination path=path.clone() query=query.clone() page=page total=total/>
        }
        .into_any()
    };
    let below = (!below.is_empty()).then(|| view! { <Below categories=below/> });
    view! {
        <div class="page">
            <header class="listing-head">
                {crumbs}
                <h1>{title}</h1>
                <p class="muted">{count}</p>
                {below}
            </header>
            <div class="listing">
                <Filters path=path query=query facets=facets clear=clear/>
                <div class="stack">{list}</div>
            </div>
        </div>
    }
}

fn crumbs(all: &str, above: Vec<CategoryLink>, category: CategoryLink) -> impl IntoView {
    let way = above.into_iter().map(|category| (category.name, paths::category(&category.slug)));
    let items =
        [(all.to_owned(), paths::PRODUCTS.to_owned())].into_iter().chain(way).chain([(category.name, String::new())]);
    view! { <Breadcrumbs items=items.collect()/> }
}

/// The search without the filters.
fn cleared(path: &str, query: &IndexQuery) -> String {
    let words = leptos_router::params::ParamsMap::from_iter([("q", query.search.clone())]);
    format!("{path}{}", words.to_query_string())
}

/// The categories below.
#[component]
fn Below(categories: Vec<CategoryLink>) -> impl IntoView {
    let links = categories.into_iter().map(|category| {
        view! { <li><Link href=paths::category(&category.slug) plain=true class="pill-choice">{category.name}</Link></li> }
    });
    view! {
        <nav aria-label=td_string!(page(), shop.categories)>
            <ul class="pill-list">{links.collect_view()}</ul>
        </nav>
    }
}
