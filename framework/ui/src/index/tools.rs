//! Above a list: scopes as tabs, search, filters with their chips.

use leptos::{html, prelude::*};

use super::{Counts, Filter, IndexQuery, Scope, Shared, column::orders};
use crate::{
    action::{Button, Variant},
    field::Select,
    form::GetForm,
    i18n::{page, td_string},
    icon::{self, IconName},
};

pub(super) fn scopes_view(shared: &Shared, scopes: Vec<Scope>, counts: Option<Counts>) -> AnyView {
    if scopes.is_empty() {
        return ().into_any();
    }
    let tabs = scopes
        .into_iter()
        .map(|scope| {
            let (query, path) = (shared.query, shared.path.clone());
            let address =
                move || query.with(|query| query.with(|query| query.scope = scope.code.to_owned()).address(&path));
            let current = move || query.with(|query| query.scope == scope.code).then_some("page");
            let count = counts.map(|counts| {
                view! {
                    <Transition>
                        {move || Suspend::new(async move {
                            let count = counts.await.ok().and_then(|counts| counts.get(scope.code).copied());
                            count.map(|count| view! { <span class="count">{count.to_string()}</span> })
                        })}
                    </Transition>
                }
            });
            view! { <a href=address aria-current=current>{scope.label}{count}</a> }
        })
        .collect_view();
    view! { <nav class="tabs">{tabs}</nav> }.into_any()
}

pub(super) fn tools_view(
    shared: &Shared,
    filters: Vec<Filter>,
    sorts: Vec<(&'static str, String)>,
    search: String,
) -> AnyView {
    if search.is_empty() && filters.is_empty() && sorts.is_empty() {
        return ().into_any();
    }
    let panel = (!filters.is_empty() || !sorts.is_empty()).then(|| filter_panel(shared, filters.clone(), sorts));
    let field = (!search.is_empty()).then(|| search_view(shared, search));
    view! { <div class="index-tools">{field} {panel} {chips(shared, filters)}</div> }.into_any()
}

fn search_view(shared: &Shared, placeholder: String) -> AnyView {
    let (query, path) = (shared.query, shared.path.clone());
    let input_ref = NodeRef::<html::Input>::new();
    // What is being typed stays; only a change of the address replaces it.
    Effect::new(move |before: Option<String>| {
        let search = query.with(|query| query.search.clone());
        if let (Some(before), Some(input)) = (before, input_ref.get_untracked())
            && before != search
        {
            input.set_value(&search);
        }
        search
    });
    view! {
        <GetForm path role="search" class="search">
            {move || hidden(&query.get(), &["q"])}
            <div class="input-group">
                <span class="input-affix" aria-hidden="true">{icon::small(IconName::Search)}</span>
                <input
                    class="input"
                    type="search"
                    name="q"
                    value=query.with_untracked(|query| query.search.clone())
                    aria-label=td_string!(page(), list.search).to_string()
                    placeholder=placeholder
                    autocomplete="off"
                    node_ref=input_ref
                />
            </div>
        </GetForm>
    }
    .into_any()
}

fn filter_panel(shared: &Shared, filters: Vec<Filter>, sorts: Vec<(&'static str, String)>) -> AnyView {
    let (query, path, id) = (shared.query, shared.path.clone(), shared.id.clone());
    let popover = format!("{id}-filters");
    let target = popover.clone();
    let l = page();
    let sorts: Vec<_> = sorts.into_iter().flat_map(orders).collect();
    let keys: Vec<&'static str> = filters.iter().map(|filter| filter.key).chain(["sort"]).collect();
    // Made anew for each address, which also closes it.
    let panel = move || {
        let asked = query.get();
        let fields = filters.iter().map(|filter| filter.field(&id, &asked)).collect_view();
        let kept = hidden(&asked, &keys);
        let sort = (!sorts.is_empty()).then(|| {
            view! {
                <Select
                    name="sort"
                    label=td_string!(l, list.sort).to_string()
                    options=sorts.clone()
                    value=asked.sort.clone()
                    placeholder="–"
                    id=format!("{id}-sort")
                />
            }
        });
        view! {
            <div class="popover" id=popover.clone() popover="auto">
                <GetForm path=path.clone() class="filter-panel">
                    {kept} {fields} {sort}
                    <Button kind="submit" variant=Variant::Primary label=td_string!(l, list.apply).to_string() />
                </GetForm>
            </div>
        }
    };
    view! {
        <button type="button" class="button" data-variant="secondary" popovertarget=target>
            {icon::small(IconName::ListFilter)}
            {td_string!(l, list.filters).to_string()}
        </button>
        {panel}
    }
    .into_any()
}

fn chips(shared: &Shared, filters: Vec<Filter>) -> AnyView {
    let (query, path) = (shared.query, shared.path.clone());
    let l = page();
    let view = move || {
        let asked = query.get();
        let chips: Vec<_> = filters
            .iter()
            .filter_map(|filter| {
                let words = filter.in_words(&asked)?;
                let address = asked.with(|query| drop(query.filters.remove(filter.key))).address(&path);
                let label = td_string!(l, list.remove_filter, filter = words.clone()).to_string();
                Some(view! {
                    <li>
                        <a class="chip" href=address aria-label=label>
                            {words}
                            {icon::small(IconName::X)}
                        </a>
                    </li>
                })
            })
            .collect();
        (!chips.is_empty()).then(|| view! { <ul class="chips">{chips}</ul> })
    };
    view.into_any()
}

/// The rest of the address as hidden fields.
fn hidden(query: &IndexQuery, without: &[&str]) -> AnyView {
    query
        .pairs(without)
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect_view()
        .into_any()
}
