//! A list's rows as they arrive: the old ones dimmed meanwhile, or why there are none.

use std::{collections::BTreeSet, sync::Arc};

use leptos::prelude::*;
use orion_kernel::{AppError, Paged};
use serde::{Serialize, de::DeserializeOwned};

use super::{
    BulkAction, Column, Empty, IndexQuery, Pagination, RowText, Shared,
    bulk::{Ticked, bulk_bar, bulk_errors, select_all},
    states::{beyond, failed, nothing},
    table::{Selection, TableView, table_view},
};
use crate::status::Skeleton;

pub(super) struct RowsView<T> {
    pub(super) columns: Arc<Vec<Column<T>>>,
    pub(super) row_href: Option<RowText<T>>,
    pub(super) row_id: Option<RowText<T>>,
    pub(super) bulk: Arc<Vec<BulkAction>>,
    pub(super) empty: Empty,
}

impl<T> Clone for RowsView<T> {
    fn clone(&self) -> Self {
        Self {
            columns: Arc::clone(&self.columns),
            row_href: self.row_href.clone(),
            row_id: self.row_id.clone(),
            bulk: Arc::clone(&self.bulk),
            empty: self.empty.clone(),
        }
    }
}

pub(super) fn rows_view<T>(shared: &Shared, rows: Resource<Result<Paged<T>, AppError>>, view: RowsView<T>) -> AnyView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    let shared = shared.clone();
    let errors = bulk_errors(&view.bulk);
    let ticked = Ticked::new(BTreeSet::new());
    // Another address shows other rows.
    let asked = shared.query;
    Effect::new(move |before: Option<()>| {
        asked.track();
        if before.is_some() {
            ticked.update(BTreeSet::clear);
        }
    });
    let bar = (!view.bulk.is_empty()).then(|| bulk_bar(&form_id(&shared), &view.bulk, ticked));
    let list = arriving(move || {
        let (shared, view) = (shared.clone(), view.clone());
        let query = shared.query.get();
        Suspend::new(async move {
            match rows.await {
                Ok(paged) if paged.items.is_empty() && query.page > 1 => beyond(&query, &shared.path),
                Ok(paged) if paged.items.is_empty() => nothing(&query, &view.empty, &shared.path),
                Ok(paged) => some(&shared, &query, view, &paged, ticked),
                Err(error) => failed(&query, &error, &shared.path),
            }
        })
    });
    view! { {errors} {list} {bar} }.into_any()
}

/// A skeleton until the first rows are there; later the old ones, dimmed while newer ones are on their way.
pub(super) fn arriving(list: impl Fn() -> Suspend<AnyView> + Send + 'static) -> AnyView {
    let (pending, set_pending) = signal(false);
    let fallback = || view! { <div class="card-body"><Skeleton lines=8 /></div> };
    // Not on the server: there the framework tells of it from a task beside the page, and when both are at a signal at the
    // same moment, who comes second takes it for disposed and panics.
    let list = if cfg!(target_family = "wasm") {
        view! { <Transition fallback set_pending>{list}</Transition> }.into_any()
    } else {
        view! { <Transition fallback>{list}</Transition> }.into_any()
    };
    view! { <div class="index-rows" aria-busy=move || pending.get().then_some("true")>{list}</div> }.into_any()
}

fn form_id(shared: &Shared) -> String {
    format!("{}-selection", shared.id)
}

fn some<T: 'static>(
    shared: &Shared,
    query: &IndexQuery,
    view: RowsView<T>,
    paged: &Paged<T>,
    ticked: Ticked,
) -> AnyView {
    let row_id = if view.bulk.is_empty() { None } else { view.row_id };
    let all = row_id.as_ref().map(|row_id| select_all(ticked, paged.items.iter().map(|row| row_id.of(row)).collect()));
    let table = TableView {
        columns: view.columns,
        row_href: view.row_href,
        sorting: Some((query.clone(), shared.path.clone())),
        select_all: all.into_any(),
        selection: row_id.map(|row_id| Selection { form: form_id(shared), row_id, ticked }),
        caption: String::new(),
        compact: false,
    };
    view! {
        {table_view(table, &paged.items)}
        <Pagination path=shared.path.clone() query=query.clone() page=paged.page total=paged.total />
    }
    .into_any()
}
