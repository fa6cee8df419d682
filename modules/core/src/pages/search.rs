//! What words find, on a page of its own: for whoever has no scripts, and for more than fits into a window.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use orion_kernel::{AppError, search::SearchHit};
use orion_ui::{Button, Card, EmptyState, GetForm, IconName, Link, Load, Page, TextField, TextKind, Variant};

use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::{admin, store},
};

/// In the admin.
#[component]
pub fn AdminSearch() -> impl IntoView {
    let words = use_words();
    show(words, Resource::new(move || words.get(), admin::search))
}

/// In a store's back office.
#[component]
pub fn StoreSearch() -> impl IntoView {
    let words = use_words();
    show(words, Resource::new(move || words.get(), store::search))
}

fn use_words() -> Memo<String> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| query.get("q").unwrap_or_default()))
}

fn show(words: Memo<String>, hits: Resource<Result<Vec<SearchHit>, AppError>>) -> impl IntoView {
    let l = page();
    view! {
        <Page title=td_string!(l, search.title) narrow=true>
            <GetForm path=paths::SEARCH role="search">
                <div class="row">
                    <TextField
                        name="q"
                        label=td_string!(l, search.label)
                        hide_label=true
                        kind=TextKind::Search
                        value=words.get_untracked()
                        placeholder=td_string!(l, search.label)
                    />
                    <Button kind="submit" label=td_string!(l, search.search) variant=Variant::Primary icon=IconName::Search/>
                </div>
            </GetForm>
            <Load value=hits view=groups/>
            <p class="muted needs-script"><Link href=paths::KEYS>{td_string!(l, keys.title)}</Link></p>
        </Page>
    }
}

fn groups(hits: Vec<SearchHit>) -> AnyView {
    let l = page();
    if hits.is_empty() {
        return view! {
            <EmptyState title=td_string!(l, search.nothing) body=td_string!(l, search.nothing_body) icon=IconName::Search/>
        }
        .into_any();
    }
    let mut groups: Vec<(String, Vec<SearchHit>)> = Vec::new();
    for hit in hits {
        match groups.last_mut() {
            Some((kind, group)) if *kind == hit.kind => group.push(hit),
            _ => groups.push((hit.kind.clone(), vec![hit])),
        }
    }
    let cards = groups.into_iter().map(|(kind, group)| {
        let rows = group.into_iter().map(row).collect_view();
        view! { <Card title=kind><div class="stack">{rows}</div></Card> }
    });
    view! { <div class="stack">{cards.collect_view()}</div> }.into_any()
}

fn row(hit: SearchHit) -> impl IntoView {
    view! {
        <div class="row" data-justify="between">
            <Link href=hit.path>{hit.title}</Link>
            <span class="muted">{hit.detail}</span>
        </div>
    }
}
