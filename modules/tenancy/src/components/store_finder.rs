//! The stores somebody works in, found while they type.

use leptos::prelude::*;
use orion_ui::{IconName, MenuLink, Skeleton, TextField, TextKind};

use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::store::access::find_my_stores,
    views::MyStoreList,
};

/// A search and its first hits; whoever has more stores types on, or goes to the page that lists all.
#[component]
pub fn StoreFinder(
    /// What the addresses of the platform's host begin with: the language.
    base: String,
) -> impl IntoView {
    let l = page();
    let search = RwSignal::new(String::new());
    let stores = Resource::new(move || search.get(), |search| find_my_stores(search, 1));
    let hits = move || {
        let base = base.clone();
        Suspend::new(async move { links(stores.await.unwrap_or_default(), &base) })
    };
    view! {
        <TextField
            name="store"
            id="store-switcher-search"
            label=td_string!(l, switcher.search)
            kind=TextKind::Search
            placeholder=td_string!(l, switcher.search)
            hide_label=true
            autocomplete="off"
            on_input=Callback::new(move |typed| search.set(typed))
        />
        <Transition fallback=|| view! { <Skeleton lines=3/> }>{hits}</Transition>
    }
}

fn links(found: MyStoreList, base: &str) -> AnyView {
    if found.stores.is_empty() {
        return view! { <p class="muted">{td_string!(page(), switcher.none)}</p> }.into_any();
    }
    let link = |store: crate::views::MyStore| {
        let href = format!("{base}{}", paths::back_office(&store.code));
        view! { <MenuLink label=store.name href icon=IconName::Store external=true/> }
    };
    found.stores.into_iter().map(link).collect_view().into_any()
}
