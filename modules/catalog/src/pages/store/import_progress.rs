//! One import: how far it is, what came of it, what was wrong.

mod pictures;

use std::time::Duration;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use orion_contracts::ImportId;
use orion_kernel::{AppError, fmt};
use orion_ui::{
    Alert, Card, Column, DataTable, IconName, LinkButton, Load, Page, Progress, StatCard, Tone, Variant, href,
    page::locale,
};

use self::pictures::Pictures;
use crate::{
    components::ImportBadge,
    error::{file_error, row_error},
    i18n::{page, td_string},
    paths,
    server_fns::files::open_import,
    views::{ImportDetails, ImportRow, ImportStatus, ImportView},
};

/// How long to wait before asking again.
const PAUSE: Duration = Duration::from_millis(1_000);

/// One import. Asks again until it is over; without scripts a reload does.
#[component]
pub fn ImportProgressPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).and_then(|id| id.parse::<ImportId>().ok()));
    let details = Resource::new(
        move || id.get(),
        |id| async move {
            match id {
                Some(id) => open_import(id).await,
                None => Err(AppError::not_found()),
            }
        },
    );
    Effect::new(move |_| {
        if let Some(Ok(found)) = details.get()
            && (!found.import.status.is_over() || found.pictures.pending > 0)
        {
            set_timeout(move || details.refetch(), PAUSE);
        }
    });
    view! { <Load value=details view=|details| view! { <Import details=details/> }.into_any()/> }
}

#[component]
fn Import(details: ImportDetails) -> impl IntoView {
    let l = page();
    let import = details.import.clone();
    let status = import.status;
    let state = match status {
        ImportStatus::Waiting | ImportStatus::Running => view! { <Running import=import.clone()/> }.into_any(),
        ImportStatus::Failed => view! { <Refused import=import.clone()/> }.into_any(),
        ImportStatus::Finished => ().into_any(),
    };
    let pictures = details.pictures.clone();
    let errors = (!details.errors.is_empty()).then(|| view! { <Errors details=details/> });
    view! {
        <Page
            title=td_string!(l, imports.import_of, file = import.file_name.clone()).to_string()
            back=paths::IMPORT
            back_label=td_string!(l, imports.title)
            status=move || view! { <ImportBadge status=status/> }
            actions=move || {
                view! {
                    <LinkButton label=td_string!(l, imports.another) href=paths::IMPORT/>
                    <LinkButton label=td_string!(l, imports.see_products) href=paths::PRODUCTS variant=Variant::Primary/>
                }
            }
        >
            {state}
            <Counts import=import/>
            {errors}
            <Pictures pictures=pictures/>
        </Page>
    }
}

#[component]
fn Running(import: ImportView) -> impl IntoView {
    let l = page();
    let done = u64::from(import.done());
    let detail = import.total.map(|total| {
        let number = |count: u32| fmt::number(locale(), i64::from(count));
        td_string!(l, imports.progress_detail, done = number(import.done()), total = number(total)).to_string()
    });
    view! {
        <Card>
            <div class="stack">
                <Progress
                    label=td_string!(l, imports.progress)
                    value=Signal::stored(import.total.map(|_| done))
                    max=import.total.map_or(100, |total| u64::from(total.max(1)))
                    detail=detail.unwrap_or_default()
                />
                <p class="muted">{td_string!(l, imports.leave)}</p>
            </div>
        </Card>
    }
}

#[component]
fn Refused(import: ImportView) -> impl IntoView {
    let l = page();
    let reason = import.error.and_then(|(code, params)| file_error(locale(), &code, &params));
    let reason = reason.unwrap_or_else(|| orion_ui::message(&AppError::internal()));
    view! {
        <Alert title=td_string!(l, imports.refused_title) tone=Tone::Critical>
            <p>{reason}</p>
            <p>{td_string!(l, imports.nothing_changed)}</p>
        </Alert>
    }
}

#[component]
fn Counts(import: ImportView) -> impl IntoView {
    let l = page();
    let number = |count: u32| fmt::number(locale(), i64::from(count));
    let tone = if import.failed > 0 { Tone::Warning } else { Tone::Neutral };
    view! {
        <div class="columns" data-width="narrow">
            <StatCard label=td_string!(l, imports.total) value=import.total.map_or_else(|| "–".to_owned(), number)/>
            <StatCard label=td_string!(l, imports.created) value=number(import.created)/>
            <StatCard label=td_string!(l, imports.updated) value=number(import.updated)/>
            <StatCard label=td_string!(l, imports.unchanged) value=number(import.unchanged)/>
            <StatCard label=td_string!(l, imports.failed) value=number(import.failed) tone=tone/>
        </div>
    }
}

#[component]
fn Errors(details: ImportDetails) -> impl IntoView {
    let l = page();
    let hidden = details.error_count.saturating_sub(u32::try_from(details.errors.len()).unwrap_or(u32::MAX));
    let address = href(&paths::import_errors(details.import.id));
    let more = (hidden > 0).then(|| {
        let count = fmt::number(locale(), i64::from(hidden));
        view! { <p class="muted">{td_string!(l, imports.more_errors, count = count).to_string()}</p> }
    });
    view! {
        <Card
            title=td_string!(l, imports.errors)
            subtitle=td_string!(l, imports.errors_hint)
            flush=true
            actions=move || {
                view! { <LinkButton label=td_string!(l, imports.download) href=address icon=IconName::Download external=true/> }
            }
        >
            <DataTable caption=td_string!(l, imports.errors) columns=columns() rows=details.errors compact=true/>
            {more}
        </Card>
    }
}

fn columns() -> Vec<Column<ImportRow>> {
    let l = page();
    vec![
        Column::new(td_string!(l, imports.row), |row: &ImportRow| row.row.to_string()),
        Column::new(td_string!(l, imports.product), |row: &ImportRow| row.handle.clone()),
        Column::new(td_string!(l, imports.column), |row: &ImportRow| row.column.clone()),
        Column::new(td_string!(l, imports.error), |row: &ImportRow| {
            row_error(locale(), &row.code, &row.params).unwrap_or_else(|| row.code.clone())
        }),
    ]
}
