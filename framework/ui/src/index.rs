//! The list page: scopes, search, filters, sorting, selection and paging, all in the address.

mod bulk;
mod column;
mod filter;
mod log;
mod pagination;
mod query;
mod rows;
mod states;
mod table;
mod tools;

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;
use orion_kernel::{AppError, Paged};
use serde::{Serialize, de::DeserializeOwned};

pub use bulk::BulkAction;
pub use column::{Column, Empty, RowText, Scope};
pub use filter::Filter;
pub use log::LogIndex;
pub use pagination::Pagination;
pub(crate) use query::escaped;
pub use query::{IndexQuery, use_index_query};
pub use table::DataTable;

use crate::{
    details::{PageHead, PageHeadProps},
    form::slug,
};
use rows::{RowsView, rows_view};
use tools::{scopes_view, tools_view};

/// How many things are in each scope, by the scope's code.
type Counts = Resource<Result<BTreeMap<String, u64>, AppError>>;

/// What the parts of a list share.
#[derive(Clone)]
struct Shared {
    id: String,
    path: String,
    query: Memo<IndexQuery>,
}

/// A list of things. Everything chosen stands in the address, so it can be linked, reloaded, and used without scripts.
#[component]
pub fn ResourceIndex<T>(
    /// The page's title.
    #[prop(into)]
    title: String,
    /// The page's path below the base.
    #[prop(into)]
    path: String,
    /// What is asked for, from [`use_index_query`].
    query: Memo<IndexQuery>,
    /// The answer, made in the body of the page from `query`.
    rows: Resource<Result<Paged<T>, AppError>>,
    /// The columns; the first one names the thing and carries the link.
    columns: Vec<Column<T>>,
    /// The page about a row, below the base.
    #[prop(optional, into)]
    row_href: Option<RowText<T>>,
    /// A row's id; needed for a selection.
    #[prop(optional, into)]
    row_id: Option<RowText<T>>,
    /// Parts of the list as tabs.
    #[prop(optional)]
    scopes: Vec<Scope>,
    /// How many things are in each scope.
    #[prop(default = None, into)]
    counts: Option<Counts>,
    /// What the list can be narrowed by.
    #[prop(optional)]
    filters: Vec<Filter>,
    /// What can be searched for, in the empty field; no search when empty.
    #[prop(optional, into)]
    search: String,
    /// What can be done to a selection.
    #[prop(optional)]
    bulk: Vec<BulkAction>,
    /// A sentence below the title.
    #[prop(optional, into)]
    subtitle: String,
    /// One primary button, the rest in a menu.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// Between head and list: figures, an alert.
    #[prop(optional, into)]
    before: Option<ViewFnOnce>,
    /// Shown while there is nothing at all.
    #[prop(optional, into)]
    empty: Empty,
) -> AnyView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    let id = match slug(&path) {
        id if id.is_empty() => "index".to_owned(),
        id => id,
    };
    let shared = Shared { id, path, query };
    let sorts = columns.iter().filter_map(Column::sort_choice).collect();
    let scopes = scopes_view(&shared, scopes, counts);
    let tools = tools_view(&shared, filters, sorts, search);
    let list = rows_view(
        &shared,
        rows,
        RowsView { columns: Arc::new(columns), row_href, row_id, bulk: Arc::new(bulk), empty },
    );
    view! {
        <div class="page" data-width="full">
            {PageHead(PageHeadProps {
                title,
                subtitle,
                back: String::new(),
                back_label: String::new(),
                status: None,
                actions,
            })}
            {before.map(ViewFnOnce::run)}
            <div class="index">{scopes} {tools} {list}</div>
        </div>
    }
    .into_any()
}
