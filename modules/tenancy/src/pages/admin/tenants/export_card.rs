//! Everything of one store as a file.

use leptos::prelude::*;
use orion_kernel::fmt;
use orion_ui::{ActionButton, Badge, Card, Column, DataTable, IconName, LinkButton, Size, Tone, page::locale};

use crate::{
    components::reason_without,
    error,
    i18n::{page, td_string},
    paths,
    permissions::STORES_MANAGE,
    server_fns::tenants::ExportStore,
    views::{ExportRow, StoreDetails},
};

/// The last exports, and the button for another one.
#[component]
pub fn ExportCard(
    /// The store.
    store: StoreDetails,
    /// Asks for an export.
    action: ServerAction<ExportStore>,
) -> impl IntoView {
    let l = page();
    let has_exports = !store.exports.is_empty();
    let rows = store.exports;
    let table = has_exports.then(|| {
        view! { <DataTable caption=td_string!(l, tenants.exports) columns=columns() rows compact=true/> }
    });
    view! {
        <Card title=td_string!(l, tenants.exports) subtitle=td_string!(l, tenants.exports_lead)>
            <div class="stack">
                {table}
                <div class="row">
                    <ActionButton
                        action
                        label=td_string!(l, tenants.export)
                        fields=vec![("code", store.code)]
                        icon=IconName::Archive
                        reason=reason_without(STORES_MANAGE)
                        error_text=error::text
                    />
                </div>
            </div>
        </Card>
    }
}

fn columns() -> Vec<Column<ExportRow>> {
    let l = page();
    vec![
        Column::new(td_string!(l, tenants.export_of), |row: &ExportRow| fmt::date_time(locale(), row.requested_at)),
        Column::new(td_string!(l, tenants.by), |row: &ExportRow| row.requested_by.clone()).aside(),
        Column::new(td_string!(l, stores.status), |row: &ExportRow| view! { <State status=row.status.clone()/> }),
        Column::new(td_string!(l, tenants.size), |row: &ExportRow| {
            if row.bytes == 0 {
                "–".to_owned()
            } else {
                td_string!(page(), tenants.megabytes, size = megabytes(row.bytes)).to_string()
            }
        })
        .aside(),
        Column::new(td_string!(l, tenants.file), |row: &ExportRow| {
            let id = row.id.to_string();
            (row.status == "ready").then(|| {
                view! {
                    <LinkButton
                        label=td_string!(page(), tenants.download)
                        href=orion_ui::href(&paths::export(&id))
                        icon=IconName::Download
                        size=Size::Small
                        external=true
                    />
                }
            })
        })
        .end(),
    ]
}

/// With one decimal, rounded up, so that nothing is "0".
fn megabytes(bytes: i64) -> String {
    let tenths = (bytes + 104_857) / 104_858;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[component]
fn State(status: String) -> impl IntoView {
    let l = page();
    let (label, tone) = match status.as_str() {
        "ready" => (td_string!(l, tenants.export_ready), Tone::Success),
        "failed" => (td_string!(l, tenants.export_failed), Tone::Critical),
        "expired" => (td_string!(l, tenants.export_expired), Tone::Neutral),
        _ => (td_string!(l, tenants.export_running), Tone::Info),
    };
    view! { <Badge label tone/> }
}
