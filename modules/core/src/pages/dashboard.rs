//! How things are going: figures above, lists below.

use leptos::prelude::*;
use orion_contracts::slots::STORE_DASHBOARD;
use orion_kernel::{
    AppError, Slot,
    metric::{Metric, Trend},
    widget::{Widget, WidgetRow},
};
use orion_ui::{Card, EmptyState, Link, Load, Page, SlotOutlet, StatCard, Tone};

use crate::{
    i18n::{page, td_string},
    server_fns::{admin_dashboard, store_dashboard},
    views::Dashboard,
};

/// The operators' first page.
#[component]
pub fn AdminDashboard() -> impl IntoView {
    show(Resource::new(|| (), |()| admin_dashboard()), None)
}

/// The merchants' first page.
#[component]
pub fn StoreDashboard() -> impl IntoView {
    show(Resource::new(|| (), |()| store_dashboard()), Some(STORE_DASHBOARD))
}

fn show(dashboard: Resource<Result<Dashboard, AppError>>, slot: Option<Slot>) -> impl IntoView {
    view! {
        <Page title=td_string!(page(), dashboard.title)>
            <Load value=dashboard view=move |dashboard| content(dashboard, slot)/>
        </Page>
    }
}

fn content(dashboard: Dashboard, slot: Option<Slot>) -> AnyView {
    let l = page();
    if dashboard.metrics.is_empty() && dashboard.widgets.is_empty() {
        return view! { <EmptyState title=td_string!(l, dashboard.empty_title) body=td_string!(l, dashboard.empty_body)/> }.into_any();
    }
    view! {
        <div class="stack" data-gap="loose">
            <div class="columns" data-width="narrow">{dashboard.metrics.into_iter().map(metric).collect_view()}</div>
            <div class="columns" data-width="wide">
                {slot.map(|at| view! { <SlotOutlet at/> })} {dashboard.widgets.into_iter().map(widget).collect_view()}
            </div>
        </div>
    }
    .into_any()
}

fn metric(metric: Metric) -> impl IntoView {
    let tone = match metric.delta.as_ref().map(|delta| delta.trend) {
        Some(Trend::Better) => Tone::Success,
        Some(Trend::Worse) => Tone::Critical,
        _ => Tone::Neutral,
    };
    let change = metric.delta.map(|delta| delta.text).unwrap_or_default();
    view! { <StatCard label=metric.label value=metric.value change=change tone=tone href=metric.path.unwrap_or_default()/> }
}

fn widget(widget: Widget) -> impl IntoView {
    let rows = widget.rows.into_iter().map(row).collect_view();
    let more = widget.path.map(|path| {
        let label = td_string!(page(), dashboard.more);
        view! { <Link href=path>{label}</Link> }
    });
    view! {
        <Card title=widget.title>
            <div class="stack">{rows} {more}</div>
        </Card>
    }
}

fn row(row: WidgetRow) -> impl IntoView {
    let title = row.title;
    let title = match row.path {
        Some(path) => view! { <Link href=path>{title}</Link> }.into_any(),
        None => view! { <span>{title}</span> }.into_any(),
    };
    view! { <div class="row" data-justify="between">{title} <span class="muted">{row.detail}</span></div> }
}
