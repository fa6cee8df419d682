//! A list's rows as they arrive: the old ones dimmed meanwhile, or why there are none.

use std::sync::Arc;

use leptos::prelude::*;
use orion_kernel::{AppError, Paged, boot::set_status};
use serde::{Serialize, de::DeserializeOwned};

use super::{
    BulkAction, Column, Empty, IndexQuery, Pagination, RowText, Shared,
    bulk::{bulk_bar, bulk_errors, select_all},
    table::{TableView, table_view},
};
use crate::{
    action::{LinkButton, Variant},
    i18n::{page, td_string},
    icon::IconName,
    status::{Alert, EmptyState, Skeleton},
    texts::message,
    tone::Tone,
};

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
    let (pending, set_pending) = signal(false);
    let errors = bulk_errors(&view.bulk);
    let bar = (!view.bulk.is_empty()).then(|| bulk_bar(&form_id(&shared), &view.bulk));
    let fallback = || view! { <div class="card-body"><Skeleton lines=8 /></div> };
    view! {
        {errors}
        <div class="index-rows" aria-busy=move || pending.get().then_some("true")>
            <Transition fallback set_pending>
                {move || {
                    let (shared, view) = (shared.clone(), view.clone());
                    let query = shared.query.get();
                    Suspend::new(async move {
                        match rows.await {
                            Ok(paged) if paged.items.is_empty() => nothing(&shared, &query, &view.empty),
                            Ok(paged) => some(&shared, &query, view, &paged),
                            Err(error) => failed(&shared, &query, &error),
                        }
                    })
                }}
            </Transition>
        </div>
        {bar}
    }
    .into_any()
}

fn form_id(shared: &Shared) -> String {
    format!("{}-selection", shared.id)
}

fn some<T: 'static>(shared: &Shared, query: &IndexQuery, view: RowsView<T>, paged: &Paged<T>) -> AnyView {
    let selection = if view.bulk.is_empty() { None } else { view.row_id };
    let table = TableView {
        columns: view.columns,
        row_href: view.row_href,
        sorting: Some((query.clone(), shared.path.clone())),
        select_all: selection.as_ref().map(|_| select_all()).into_any(),
        selection: selection.map(|row_id| (form_id(shared), row_id)),
        caption: String::new(),
        compact: false,
    };
    view! {
        {table_view(table, &paged.items)}
        <Pagination path=shared.path.clone() query=query.clone() page=paged.page total=paged.total />
    }
    .into_any()
}

fn nothing(shared: &Shared, query: &IndexQuery, empty: &Empty) -> AnyView {
    let l = page();
    if query.is_narrowed() {
        let path = shared.path.clone();
        return view! {
            <EmptyState
                title=td_string!(l, list.nothing_matches).to_string()
                body=td_string!(l, list.nothing_matches_body).to_string()
                icon=IconName::Search
                actions=move || view! { <LinkButton label=td_string!(l, list.show_all).to_string() href=path /> }
            />
        }
        .into_any();
    }
    let title = empty.title_or(|| td_string!(l, list.nothing_yet).to_string());
    let action = empty.action.clone();
    view! {
        <EmptyState
            title
            body=empty.body.clone()
            icon=empty.icon
            actions=move || {
                action.map(|(label, href)| view! { <LinkButton label href variant=Variant::Primary /> })
            }
        />
    }
    .into_any()
}

fn failed(shared: &Shared, query: &IndexQuery, error: &AppError) -> AnyView {
    set_status(error.kind.status());
    let again = query.address(&shared.path);
    let l = page();
    view! {
        <div class="card-body">
            <Alert
                tone=Tone::Critical
                title=message(error)
                actions=move || {
                    view! { <LinkButton label=td_string!(l, pages.retry).to_string() href=again external=true /> }
                }
            />
        </div>
    }
    .into_any()
}
