//! The stores somebody works in.

use leptos::prelude::*;
use orion_kernel::Boot;
use orion_ui::{
    Button, Card, EmptyState, GetForm, Hidden, IconName, LinkButton, Load, Page, TextField, TextKind, Variant,
    page::base, use_index_query,
};

use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::platform::access::my_stores,
    views::MyStoreList,
};

/// As many stores as need no search.
const AT_A_GLANCE: usize = 6;

/// All of them, a page at a time, with a search.
#[component]
pub fn MyStoresPage() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let stores = Resource::new(move || query.get(), |query| my_stores(query.search, query.page));
    let name = use_context::<Boot>().and_then(|boot| boot.principal).map(|principal| principal.name);
    let Some(name) = name else {
        let href = format!("{}?next={}{}", paths::SIGN_IN, base(), paths::STORES);
        return view! {
            <Page title=td_string!(l, sign_in.your_stores) narrow=true>
                <Card>
                    <EmptyState
                        title=td_string!(l, switcher.sign_in_first)
                        icon=IconName::Store
                        actions=move || {
                            view! { <LinkButton label=td_string!(page(), sign_in.submit) href variant=Variant::Primary/> }
                        }
                    />
                </Card>
            </Page>
        }
        .into_any();
    };
    view! {
        <Page title=td_string!(l, sign_in.your_stores) subtitle=td_string!(l, sign_in.signed_in_as, name = name).to_string() narrow=true>
            <Load value=stores view=move |stores| list(&stores, query.get_untracked().search)/>
        </Page>
    }
    .into_any()
}

/// Whoever sees them all at a glance needs no search.
fn list(stores: &MyStoreList, search: String) -> AnyView {
    let is_short = search.is_empty() && stores.page == 1 && !stores.has_more && stores.stores.len() <= AT_A_GLANCE;
    let form = (!is_short).then(|| search_form(search.clone()));
    view! { {form} {links(stores, search)} }.into_any()
}

fn search_form(search: String) -> AnyView {
    let l = page();
    view! {
        <GetForm path=paths::STORES role="search" class="row">
            <TextField
                name="q"
                label=td_string!(l, switcher.search)
                kind=TextKind::Search
                value=search
                hide_label=true
            />
            <Button label=td_string!(l, switcher.search) kind="submit"/>
        </GetForm>
    }
    .into_any()
}

fn links(stores: &MyStoreList, search: String) -> AnyView {
    let l = page();
    if stores.stores.is_empty() {
        return view! {
            <Card><EmptyState title=td_string!(l, switcher.none) icon=IconName::Store/></Card>
        }
        .into_any();
    }
    let base = base();
    let links = stores
        .stores
        .iter()
        .map(|store| {
            let href = format!("{base}{}", paths::back_office(&store.code));
            view! { <LinkButton label=store.name.clone() href icon=IconName::Store external=true wide=true/> }
        })
        .collect_view();
    let back = (stores.page > 1).then(|| turn(search.clone(), stores.page - 1, td_string!(l, switcher.back)));
    let on = stores.has_more.then(|| turn(search, stores.page + 1, td_string!(l, switcher.more)));
    view! {
        <Card><div class="stack" data-gap="tight">{links}</div></Card>
        <div class="row">{back} {on}</div>
    }
    .into_any()
}

fn turn(search: String, number: u32, label: &'static str) -> AnyView {
    view! {
        <GetForm path=paths::STORES>
            <Hidden name="q" value=search/>
            <Hidden name="page" value=number.to_string()/>
            <Button label kind="submit" variant=Variant::Plain/>
        </GetForm>
    }
    .into_any()
}
