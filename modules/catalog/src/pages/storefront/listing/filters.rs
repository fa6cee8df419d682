//! Sorting and filters: one form whose fields end up in the address, so that it works without scripts.

use leptos::prelude::*;
use orion_kernel::Money;
use orion_ui::{
    Button, Checkbox, Choice as Option_, FieldSet, GetForm, Hidden, IndexQuery, Link, Select, TextField, Variant,
};

use crate::{
    choice::{Choice, IN_STOCK, PRICE_FROM, PRICE_TO, option_key, vendor_key},
    i18n::{page, td_string},
    views::{Facet, FacetValue, Facets},
};

/// The form; folded away on a phone.
#[component]
pub fn Filters(
    /// The list's path below the base.
    path: String,
    /// What was asked for.
    query: IndexQuery,
    /// What there is to choose.
    facets: Facets,
    /// The list without filters.
    clear: String,
) -> impl IntoView {
    let l = page();
    let choice = Choice::of(&query);
    let is_open = !choice.is_empty();
    let search = (!query.search.is_empty()).then(|| view! { <Hidden name="q" value=query.search.clone()/> });
    let newest = if query.search.is_empty() { td_string!(l, sort.newest) } else { td_string!(l, sort.best) };
    let sorts = vec![
        Option_::new("", newest),
        Option_::new("price", td_string!(l, sort.price_up)),
        Option_::new("-price", td_string!(l, sort.price_down)),
        Option_::new("name", td_string!(l, sort.name)),
    ];
    let vendors = (facets.vendors.len() > 1 || !choice.vendors.is_empty()).then(|| vendors(&facets.vendors, &choice));
    let options = facets.options.iter().map(|facet| option(facet, &choice)).collect_view();
    let prices = facets.prices.filter(|(low, high)| low != high || is_open).map(|range| prices(range, &choice));
    let clear = is_open.then(|| view! { <Link href=clear>{td_string!(l, shop.clear_filters)}</Link> });
    view! {
        <details class="listing-filters" open=is_open>
            <summary>{td_string!(l, shop.filters)}</summary>
            <GetForm path=path class="stack">
                {search}
                <Select name="sort" label=td_string!(l, sort.title) options=sorts value=query.sort id="listing-sort"/>
                <Checkbox name=IN_STOCK value="1" label=td_string!(l, shop.only_in_stock) checked=choice.only_in_stock/>
                {prices}
                {options}
                {vendors}
                <div class="row">
                    <Button kind="submit" label=td_string!(l, shop.show_results) variant=Variant::Primary/>
                    {clear}
                </div>
            </GetForm>
        </details>
    }
}

fn vendors(values: &[FacetValue], choice: &Choice) -> impl IntoView + use<> {
    let boxes = values.iter().map(|value| tick(vendor_key(&value.value), value, choice.has_vendor(&value.value)));
    let boxes = boxes.collect_view();
    view! { <FieldSet legend=td_string!(page(), shop.vendor)>{boxes}</FieldSet> }
}

fn option(facet: &Facet, choice: &Choice) -> impl IntoView + use<> {
    let name = facet.name.clone();
    let boxes = facet.values.iter().map(|value| {
        let is_chosen = choice.has_option(&facet.name, &value.value);
        tick(option_key(&facet.name, &value.value), value, is_chosen)
    });
    let boxes = boxes.collect_view();
    view! { <FieldSet legend=name>{boxes}</FieldSet> }
}

fn tick(key: String, value: &FacetValue, is_chosen: bool) -> impl IntoView + use<> {
    let label = format!("{} ({})", value.value, value.count);
    view! { <Checkbox name=key value="1" label=label checked=is_chosen/> }
}

fn prices((low, high): (Money, Money), choice: &Choice) -> impl IntoView + use<> {
    let l = page();
    let symbol = low.currency.symbol();
    let field = |name: &'static str, label: &'static str, value: String, bound: Money| {
        view! {
            <TextField
                name=name
                label=label
                value=value
                placeholder=bound.to_decimal_string()
                inputmode="decimal"
                suffix=symbol
                short=true
            />
        }
    };
    let from = field(PRICE_FROM, td_string!(l, shop.price_from), choice.price_from.clone(), low);
    let to = field(PRICE_TO, td_string!(l, shop.price_to), choice.price_to.clone(), high);
    view! {
        <FieldSet legend=td_string!(l, shop.price)>
            <div class="listing-prices">{from} {to}</div>
        </FieldSet>
    }
}
