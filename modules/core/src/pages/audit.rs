//! Who did what to what, and when.

use leptos::prelude::*;
use orion_kernel::{AppError, Stretch, fmt};
use orion_ui::{
    Choice, Column, Empty, Filter, IconName, IndexQuery, LinkButton, LogIndex, href, page::locale, use_index_query,
};

use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::{admin, store},
    views::{AuditActions, AuditRow},
};

/// The platform's log.
#[component]
pub fn AdminAudit() -> impl IntoView {
    let query = use_index_query();
    let choices = Resource::new(|| (), |()| admin::audit_choices());
    show(query, choices, Resource::new(move || query.get(), admin::list_audit))
}

/// The store's log.
#[component]
pub fn StoreAudit() -> impl IntoView {
    let query = use_index_query();
    let choices = Resource::new(|| (), |()| store::audit_choices());
    show(query, choices, Resource::new(move || query.get(), store::list_audit))
}

/// The choices of the filter come with the page; the list does not wait for them twice.
fn show(
    query: Memo<IndexQuery>,
    choices: Resource<Result<AuditActions, AppError>>,
    rows: Resource<Result<Stretch<AuditRow>, AppError>>,
) -> impl IntoView {
    view! {
        <Transition>
            {move || Suspend::new(async move {
                let actions = choices.await.map(|choices| choices.actions).unwrap_or_default();
                list(query, actions, rows)
            })}
        </Transition>
    }
}

fn list(
    query: Memo<IndexQuery>,
    actions: Vec<(String, String)>,
    rows: Resource<Result<Stretch<AuditRow>, AppError>>,
) -> AnyView {
    let l = page();
    let language = locale();
    let actions = actions.into_iter().map(|(code, words)| Choice::new(code, words)).collect();
    view! {
        <LogIndex
            title=td_string!(l, audit.title)
            subtitle=td_string!(l, audit.lead)
            path=paths::AUDIT
            query=query
            rows=rows
            row_href=|row: &AuditRow| paths::audit_entry(row.id)
            columns=vec![
                Column::new(td_string!(l, audit.action), |row: &AuditRow| row.words.clone()),
                Column::new(td_string!(l, audit.subject), |row: &AuditRow| row.subject.clone()).aside(),
                Column::new(td_string!(l, audit.actor), |row: &AuditRow| row.actor.clone()),
                Column::new(td_string!(l, audit.at), move |row: &AuditRow| fmt::date_time(language, row.at)),
                Column::new(td_string!(l, audit.ip), |row: &AuditRow| row.ip.clone()).aside(),
            ]
            filters=vec![
                Filter::text("person", td_string!(l, audit.actor)),
                Filter::choice("action", td_string!(l, audit.action), actions),
                Filter::date("from", td_string!(l, audit.from)),
                Filter::date("until", td_string!(l, audit.until)),
            ]
            actions=move || {
                view! {
                    {move || {
                        let address = format!("{}/export.csv{}", href(paths::AUDIT), query.with(file_query));
                        view! {
                            <LinkButton
                                label=td_string!(l, audit.export)
                                href=address
                                icon=IconName::Download
                                external=true
                            />
                        }
                    }}
                }
            }
            empty=Empty::new(td_string!(l, audit.empty_title), td_string!(l, audit.empty_body)).icon(IconName::History)
            search=td_string!(l, audit.search)
        />
    }
    .into_any()
}

/// The file holds what the list shows, from the latest on.
fn file_query(query: &IndexQuery) -> String {
    let mut query = query.clone();
    query.filters.remove("after");
    query.query()
}
