//! The page of a list that is never counted: a log, read on from place to place.

use std::sync::Arc;

use leptos::prelude::*;
use orion_kernel::{AppError, Stretch};
use serde::{Serialize, de::DeserializeOwned};

use super::{
    Column, Empty, Filter, IndexQuery, RowText, Shared,
    rows::arriving,
    states::{failed, nothing},
    table::{TableView, table_view},
    tools::tools_view,
};
use crate::{
    action::face,
    details::{PageHead, PageHeadProps},
    form::slug,
    i18n::{page, td_string},
};

/// The filter that says where the shown stretch begins.
const AFTER: &str = "after";

/// A log: filters and search in the address as with every list, and a way on to what is older.
#[component]
pub fn LogIndex<T>(
    /// The page's title.
    #[prop(into)]
    title: String,
    /// The page's path below the base.
    #[prop(into)]
    path: String,
    /// What is asked for, from [`use_index_query`](super::use_index_query); the place to begin at is its filter `after`.
    query: Memo<IndexQuery>,
    /// The answer, made in the body of the page from `query`.
    rows: Resource<Result<Stretch<T>, AppError>>,
    /// The columns; the first one names the row and carries the link.
    columns: Vec<Column<T>>,
    /// The page about a row, below the base.
    #[prop(optional, into)]
    row_href: Option<RowText<T>>,
    /// What the list can be narrowed by.
    #[prop(optional)]
    filters: Vec<Filter>,
    /// What can be searched for, in the empty field.
    #[prop(optional, into)]
    search: String,
    /// A sentence below the title.
    #[prop(optional, into)]
    subtitle: String,
    /// One primary button, the rest in a menu.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// Shown while there is nothing at all.
    #[prop(optional, into)]
    empty: Empty,
) -> AnyView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    // Whoever searches anew begins at the latest.
    let narrowed = Memo::new(move |_| query.with(|query| query.with(|query| drop(query.filters.remove(AFTER)))));
    let shared = Shared { id: slug(&path), path: path.clone(), query: narrowed };
    let tools = tools_view(&shared, filters, Vec::new(), search);
    let columns = Arc::new(columns);
    let list = arriving(move || {
        let (columns, row_href, empty, path) = (Arc::clone(&columns), row_href.clone(), empty.clone(), path.clone());
        let asked = query.get();
        Suspend::new(async move {
            match rows.await {
                Ok(stretch) if stretch.items.is_empty() => nothing(&asked, &empty, &path),
                Ok(stretch) => some(&asked, columns, row_href, &stretch, &path),
                Err(error) => failed(&asked, &error, &path),
            }
        })
    });
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
            <div class="index">
                {tools}
                {list}
            </div>
        </div>
    }
    .into_any()
}

fn some<T: 'static>(
    query: &IndexQuery,
    columns: Arc<Vec<Column<T>>>,
    row_href: Option<RowText<T>>,
    stretch: &Stretch<T>,
    path: &str,
) -> AnyView {
    let l = page();
    let table = TableView {
        columns,
        row_href,
        sorting: None,
        selection: None,
        select_all: ().into_any(),
        caption: String::new(),
        compact: false,
    };
    let at = |place: Option<String>| {
        query.with(|query| {
            query.filters.remove(AFTER);
            query.filters.extend(place.map(|place| (AFTER.to_owned(), place)));
        })
    };
    let latest = query.filter(AFTER).is_some().then(|| at(None).address(path));
    let older = stretch.next.clone().map(|next| at(Some(next)).address(path));
    let link = |address: String, label: String| {
        view! {
            <a class="button" data-variant="secondary" data-size="small" href=address>
                {face(label, None, false)}
            </a>
        }
    };
    view! {
        {table_view(table, &stretch.items)}
        <nav class="pagination" aria-label=td_string!(l, list.pages).to_string()>
            <span></span>
            <div>
                {latest.map(|address| link(address, td_string!(l, list.latest).to_string()))}
                {older.map(|address| link(address, td_string!(l, list.older).to_string()))}
            </div>
        </nav>
    }
    .into_any()
}
