//! Who did what to what, and when.

use leptos::prelude::*;
use orion_kernel::{AppError, Paged, fmt};
use orion_ui::{Column, Empty, IndexQuery, ResourceIndex, page::locale, use_index_query};

use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::{admin_audit, store_audit},
    views::AuditRow,
};

/// The platform's log.
#[component]
pub fn AdminAudit() -> impl IntoView {
    let query = use_index_query();
    show(query, Resource::new(move || query.get(), admin_audit))
}

/// The store's log.
#[component]
pub fn StoreAudit() -> impl IntoView {
    let query = use_index_query();
    show(query, Resource::new(move || query.get(), store_audit))
}

fn show(query: Memo<IndexQuery>, rows: Resource<Result<Paged<AuditRow>, AppError>>) -> impl IntoView {
    let l = page();
    let language = locale();
    view! {
        <ResourceIndex
            title=td_string!(l, audit.title)
            path=paths::AUDIT
            query=query
            rows=rows
            columns=vec![
                Column::new(td_string!(l, audit.action), |row: &AuditRow| row.action.clone()),
                Column::new(td_string!(l, audit.subject), |row: &AuditRow| row.subject.clone()).aside(),
                Column::new(td_string!(l, audit.actor), |row: &AuditRow| row.actor.clone()),
                Column::new(td_string!(l, audit.at), move |row: &AuditRow| fmt::date_time(language, row.at)),
                Column::new(td_string!(l, audit.ip), |row: &AuditRow| row.ip.clone()).aside(),
            ]
            empty=Empty::new(td_string!(l, audit.empty_title), td_string!(l, audit.empty_body))
            search=td_string!(l, audit.search)
        />
    }
}
