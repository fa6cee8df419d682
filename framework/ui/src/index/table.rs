//! The one table: of a list, or of a few rows inside a card.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Column, IndexQuery, RowText, bulk::Ticked};
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
    pub(super) selection: Option<Selection<T>>,
    pub(super) select_all: AnyView,
    pub(super) caption: String,
    pub(super) compact: bool,
}

/// Boxes before the rows.
pub(super) struct Selection<T> {
    /// The form they belong to.
    pub(super) form: String,
    pub(super) row_id: RowText<T>,
    pub(super) ticked: Ticked,
}

impl<T> Selection<T> {
    /// The id of what a row is called by.
    fn name_id(&self, row: &T) -> String {
        format!("{}-{}", self.form, self.row_id.of(row))
    }
}

pub(super) fn table_view<T: 'static>(table: TableView<T>, rows: &[T]) -> AnyView {
    let TableView { columns, row_href, sorting, selection, select_all, caption, compact } = table;
    let headers = columns.iter().map(|column| header(column, sorting.as_ref())).collect_view();
    // Several figures in a card need to be told apart; a single one speaks for itself.
    let labelled = columns.iter().filter(|column| column.end && !column.aside).count() > 1;
    let corner = selection.is_some().then(|| view! { <th class="cell-check" scope="col">{select_all}</th> });
    let lines = rows
        .iter()
        .map(|row| {
            let check = selection.as_ref().map(|selection| check(selection, row));
            let link = row_href.as_ref().map(|row_href| page::href(&row_href.of(row)));
            let name = selection.as_ref().map(|selection| selection.name_id(row));
            let cells = columns.iter().enumerate().map(|(index, column)| {
                let content = (column.cell)(row);
                match (&link, index) {
                    (Some(link), 0) => {
                        let link = view! { <a class="row-link" href=link.clone() id=name.clone()>{content}</a> };
                        cell(column, labelled, link.into_any())
                    }
                    (None, 0) => cell(column, labelled, view! { <span id=name.clone()>{content}</span> }.into_any()),
                    _ => cell(column, labelled, content),
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

fn cell<T>(column: &Column<T>, labelled: bool, content: AnyView) -> AnyView {
    let label = (labelled && column.end && !column.header.is_empty()).then(|| column.header.clone());
    view! {
        <td
            class=column.aside.then_some("cell-aside")
            data-align=column.end.then_some("end")
            data-label=label
        >
            {content}
        </td>
    }
    .into_any()
}

fn check<T>(selection: &Selection<T>, row: &T) -> AnyView {
    let (id, ticked) = (selection.row_id.of(row), selection.ticked);
    let (own, changed) = (id.clone(), id.clone());
    view! {
        <td class="cell-check">
            <input
                class="checkbox"
                type="checkbox"
                name="ids[]"
                value=id
                form=selection.form.clone()
                aria-labelledby=selection.name_id(row)
                autocomplete="off"
                prop:checked=move || ticked.with(|ticked| ticked.contains(&own))
                on:change=move |event| {
                    let is_ticked = event_target_checked(&event);
                    ticked.update(|ticked| {
                        if is_ticked {
                            ticked.insert(changed.clone());
                        } else {
                            ticked.remove(&changed);
                        }
                    });
                }
            />
        </td>
    }
    .into_any()
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
