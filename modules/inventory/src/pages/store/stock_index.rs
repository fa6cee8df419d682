//! The list of variants and their stock.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{Column, Empty, IconName, ResourceIndex, Scope, page::locale, use_index_query};

use crate::{
    components::StandingBadge,
    i18n::{page, td_string},
    paths,
    server_fns::{count_stock, list_stock},
    views::StockRow,
};

/// All variants of the store.
#[component]
pub fn StockIndex() -> impl IntoView {
    let l = page();
    let query = use_index_query();
    let rows = Resource::new(move || query.get(), list_stock);
    let counts = Resource::new(|| (), |()| count_stock());
    view! {
        <ResourceIndex
            title=td_string!(l, index.title)
            path=paths::STOCK
            query
            rows
            columns=columns()
            row_href=|row: &StockRow| paths::variant(row.variant_id)
            scopes=vec![
                Scope::new("", td_string!(l, index.all)),
                Scope::new("low", td_string!(l, index.low)),
                Scope::new("out", td_string!(l, index.out)),
                Scope::new("uncounted", td_string!(l, index.uncounted)),
            ]
            counts
            search=td_string!(l, index.search)
            empty=Empty::new(td_string!(l, index.empty_title), td_string!(l, index.empty_body))
                .action(td_string!(l, index.to_products), "/products")
                .icon(IconName::Boxes)
        />
    }
}

fn columns() -> Vec<Column<StockRow>> {
    let l = page();
    let figure = |row: &StockRow, value: i64| {
        if row.figures.is_counted { fmt::number(locale(), value) } else { "–".to_owned() }
    };
    vec![
        Column::new(td_string!(l, index.product), |row: &StockRow| row.title.clone()).sort("title"),
        Column::new(td_string!(l, index.variant), |row: &StockRow| row.variant_title.clone()),
        Column::new(td_string!(l, index.sku), |row: &StockRow| row.sku.clone()).sort("sku").aside(),
        Column::new(td_string!(l, index.standing), |row: &StockRow| view! { <StandingBadge figures=row.figures/> }),
        Column::new(td_string!(l, index.on_hand), move |row: &StockRow| figure(row, row.figures.on_hand))
            .end()
            .sort("on_hand"),
        Column::new(td_string!(l, index.reserved), move |row: &StockRow| figure(row, row.figures.reserved))
            .end()
            .aside(),
        Column::new(td_string!(l, index.available), move |row: &StockRow| figure(row, row.figures.available()))
            .end()
            .sort("available"),
    ]
}
