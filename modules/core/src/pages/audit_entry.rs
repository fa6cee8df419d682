//! One entry of the log: who, what, when, from where, and what was different afterwards.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_kernel::{AppError, fmt};
use orion_ui::{Badge, Card, Column, DataTable, DescriptionList, Fact, Load, ResourceDetails, page::locale};

use crate::{
    i18n::{page, td_string},
    paths,
    server_fns::{admin, store},
    views::{AuditChange, AuditDetails},
};

/// In the platform's log.
#[component]
pub fn AdminAuditEntry() -> impl IntoView {
    let params = use_params_map();
    show(Resource::new(move || params.read().get("id").unwrap_or_default(), admin::audit_entry))
}

/// In the store's log.
#[component]
pub fn StoreAuditEntry() -> impl IntoView {
    let params = use_params_map();
    show(Resource::new(move || params.read().get("id").unwrap_or_default(), store::audit_entry))
}

fn show(entry: Resource<Result<AuditDetails, AppError>>) -> impl IntoView {
    view! { <Load value=entry view=details/> }
}

fn details(entry: AuditDetails) -> AnyView {
    let (l, language) = (page(), locale());
    let AuditDetails { row, actor_kind, request_id, changes } = entry;
    let has_before = changes.iter().any(|change| change.before.is_some());
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    let whole = td_string!(l, audit.value);
    let mut columns = vec![Column::new(td_string!(l, audit.field), move |change: &AuditChange| {
        if change.field.is_empty() { whole.to_owned() } else { change.field.clone() }
    })];
    if has_before {
        columns.push(Column::new(td_string!(l, audit.before), move |change: &AuditChange| value(&change.before)));
    }
    columns.push(Column::new(td_string!(l, audit.after), move |change: &AuditChange| value(&change.after)));
    let at = fmt::date_time(language, row.at);
    let (actor, code) = (row.actor.clone(), row.action.clone());
    view! {
        <ResourceDetails
            title=row.words
            subtitle=td_string!(l, audit.by_at, actor = actor, at = at.clone()).to_string()
            back=paths::AUDIT
            back_label=td_string!(l, audit.title)
            status=move || view! { <Badge label=code/> }
        >
            <Card title=td_string!(l, audit.changes)>
                <DataTable
                    caption=td_string!(l, audit.changes)
                    columns
                    rows=changes
                    empty=td_string!(l, audit.no_changes)
                />
            </Card>
            <Card title=td_string!(l, audit.facts)>
                <DescriptionList>
                    <Fact term=td_string!(l, audit.actor)>{row.actor}</Fact>
                    <Fact term=td_string!(l, audit.actor_kind)>{actor_kind}</Fact>
                    <Fact term=td_string!(l, audit.subject)>{or_none(row.subject)}</Fact>
                    <Fact term=td_string!(l, audit.at)>{at}</Fact>
                    <Fact term=td_string!(l, audit.ip)>{or_none(row.ip)}</Fact>
                    <Fact term=td_string!(l, audit.request)>{or_none(request_id)}</Fact>
                </DescriptionList>
            </Card>
        </ResourceDetails>
    }
    .into_any()
}

fn or_none(text: String) -> String {
    if text.is_empty() { "–".to_owned() } else { text }
}
