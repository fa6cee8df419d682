//! The one table: of a list, or of a few rows inside a card.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Column, IndexQuery, RowText};
use crate::{
    icon::{self, IconName},
    page,
};

/// What a table of rows is made of.
pub(super) struct TableView<T> {
    pub(super) columns: Arc<Vec<Column<T>>>,
    pub(super) row_href: Option<RowText<T>>,
    /// Where a sortable header leads; `None` where rows have one order.
    pub(super) sorting: Option<(IndexQuery, String)>,
    /// Selection: the form the boxes belong to, and a row's id.
    pub(super) selection: Option<(String, RowText<T>)>,
    pub(super) select_all: AnyView,
    pub(super) caption: String,
    pub(super) compact: bool,
}

pub(super) fn table_view<T: 'static>(table: TableView<T>, rows: &[T]) -> AnyView {
    let TableView { columns, row_href, sorting, selection, select_all, caption, compact } = table;
    let headers = columns.iter().map(|column| header(column, sorting.as_ref())).collect_view();
    let corner = selection.is_some().then(|| view! { <th class="cell-check" scope="col">{select_all}</th> });
    let lines = rows
        .iter()
        .map(|row| {
            let check = selection.as_ref().map(|(form, row_id)| check(form, &row_id.of(row)));
            let link = row_href.as_ref().map(|row_href| page::href(&row_href.of(row)));
            let name = selection.as_ref().map(|(form, row_id)| name_id(form, &row_id.of(row)));
            let cells = columns.iter().enumerate().map(|(index, column)| {
                let content = (column.cell)(row);
                match (&link, index) {
                    (Some(link), 0) => {
                        let link = view! { <a class="row-link" href=link.clone() id=name.clone()>{content}</a> };
                        cell(column, link.into_any())
                    }
                    (None, 0) => cell(column, view! { <span id=name.clone()>{content}</span> }.into_any()),
                    _ => cell(column, content),
                }
            });
            let cells = cells.collect_view();
            view! { <tr>{check}{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="table-wrap">
            <table class="table" data-cards=true data-compact=compact>
                {(!caption.is_empty()).then(|| view! { <caption class="visually-hidden">{caption}</caption> })}
                <thead>
                    <tr>{corner}{headers}</tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn header<T>(column: &Column<T>, sorting: Option<&(IndexQuery, String)>) -> AnyView {
    let align = column.end.then_some("end");
    let class = column.aside.then_some("cell-aside");
    let (Some(key), Some((query, path))) = (column.sort, sorting) else {
        return view! { <th scope="col" class=class data-align=align>{column.header.clone()}</th> }.into_any();
    };
    let (state, next, icon) = match query.sort() {
        Some((sorted, false)) if sorted == key => (Some("ascending"), format!("-{key}"), IconName::ArrowUp),
        Some((sorted, true)) if sorted == key => (Some("descending"), key.to_owned(), IconName::ArrowDown),
        _ => (None, key.to_owned(), IconName::ArrowUpDown),
    };
    let address = query.with(|query| query.sort = next).address(path);
    view! {
        <th scope="col" class=class data-align=align aria-sort=state>
            <a href=address>{column.header.clone()}{icon::small(icon)}</a>
        </th>
    }
    .into_any()
}

fn cell<T>(column: &Column<T>, content: AnyView) -> AnyView {
    view! {
        <td class=column.aside.then_some("cell-aside") data-align=column.end.then_some("end")>
            {content}
        </td>
    }
    .into_any()
}

fn check(form: &str, id: &str) -> AnyView {
    view! {
        <td class="cell-check">
            <input
                class="checkbox"
                type="checkbox"
                name="ids[]"
                value=id.to_owned()
                form=form.to_owned()
                aria-labelledby=name_id(form, id)
                autocomplete="off"
            />
        </td>
    }
    .into_any()
}

fn name_id(form: &str, id: &str) -> String {
    format!("{form}-{id}")
}

/// A table of the rows at hand, inside a card.
#[component]
pub fn DataTable<T>(
    /// What the rows are, for screen readers.
    #[prop(into)]
    caption: String,
    /// The columns; the first one names the row.
    columns: Vec<Column<T>>,
    /// The rows.
    rows: Vec<T>,
    /// The page about a row, below the base.
    #[prop(optional, into)]
    row_href: Option<RowText<T>>,
    /// With less space.
    #[prop(optional)]
    compact: bool,
    /// Shown in place of rows when there are none.
    #[prop(optional, into)]
    empty: String,
) -> AnyView
where
    T: Send + Sync + 'static,
{
    if rows.is_empty() && !empty.is_empty() {
        return view! { <p class="muted table-empty">{empty}</p> }.into_any();
    }
    let table = TableView {
        columns: Arc::new(columns),
        row_href,
        sorting: None,
        selection: None,
        select_all: ().into_any(),
        caption,
        compact,
    };
    table_view(table, &rows)
}
