//! How things are going: what is to be done above, figures, lists below.

use leptos::{
    prelude::*,
    server_fn::{Http, ServerFn, codec::PostUrl},
};
use orion_contracts::slots::STORE_DASHBOARD;
use orion_kernel::{
    AppError, PeriodQuery, Slot, fmt,
    metric::{Metric, Trend},
    widget::{Widget, WidgetRow},
};
use orion_ui::{
    ActionButton, Card, EmptyState, Link, Load, Page, PeriodPicker, Size, SlotOutlet, StatCard, TaskList, Tone,
    Variant, all_done, done, page::locale, use_period,
};
use serde::de::DeserializeOwned;

use crate::{
    components::Announcements,
    i18n::{page, td_string},
    paths,
    server_fns::{admin, store},
    views::DashboardView,
};

/// The operators' first page.
#[component]
pub fn AdminDashboard() -> impl IntoView {
    let query = use_period();
    let (hide, show) = (ServerAction::<admin::HideChecklist>::new(), ServerAction::<admin::ShowChecklist>::new());
    let changes = all_done([done(hide), done(show)]);
    let key = move || (query.get(), changes.get());
    let dashboard = Resource::new(key, |(query, _)| admin::dashboard(query));
    page_of(query, dashboard, None, hide, show)
}

/// The merchants' first page.
#[component]
pub fn StoreDashboard() -> impl IntoView {
    let query = use_period();
    let (hide, show) = (ServerAction::<store::HideChecklist>::new(), ServerAction::<store::ShowChecklist>::new());
    let changes = all_done([done(hide), done(show)]);
    let key = move || (query.get(), changes.get());
    let dashboard = Resource::new(key, |(query, _)| store::dashboard(query));
    page_of(query, dashboard, Some(STORE_DASHBOARD), hide, show)
}

fn page_of<H, S, O, P>(
    query: Memo<PeriodQuery>,
    dashboard: Resource<Result<DashboardView, AppError>>,
    slot: Option<Slot>,
    hide: ServerAction<H>,
    show: ServerAction<S>,
) -> impl IntoView
where
    H: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, O>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    S: ServerFn<Error = AppError, Output = (), Protocol = Http<PostUrl, P>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static,
    O: 'static,
    P: 'static,
{
    let l = page();
    let content = move |dashboard: DashboardView| {
        let away = move || {
            view! {
                <ActionButton
                    action=hide
                    label=td_string!(l, checklist.hide)
                    size=Size::Small
                    variant=Variant::Plain
                />
            }
        };
        let again = dashboard.is_checklist_hidden.then(|| {
            view! { <ActionButton action=show label=td_string!(l, checklist.show) size=Size::Small variant=Variant::Plain/> }
        });
        let checklist = (!dashboard.checklist.is_empty()).then(|| {
            let steps = dashboard.checklist.clone();
            view! {
                <Card title=td_string!(l, checklist.title) subtitle=td_string!(l, checklist.lead) actions=away>
                    <TaskList steps/>
                </Card>
            }
        });
        view! {
            <div class="stack" data-gap="loose">
                <Announcements shown=dashboard.announcements.clone()/>
                {checklist}
                {figures(dashboard, slot)}
                {again}
            </div>
        }
        .into_any()
    };
    view! {
        <Page title=td_string!(l, dashboard.title) actions=move || view! { <PeriodPicker path=paths::DASHBOARD query/> }>
            <Load value=dashboard view=content/>
        </Page>
    }
}

fn figures(dashboard: DashboardView, slot: Option<Slot>) -> AnyView {
    let (l, locale) = (page(), locale());
    if dashboard.metrics.is_empty() && dashboard.widgets.is_empty() {
        return view! { <EmptyState title=td_string!(l, dashboard.empty_title) body=td_string!(l, dashboard.empty_body)/> }.into_any();
    }
    let (from, to) = (fmt::date(locale, dashboard.from), fmt::date(locale, dashboard.to));
    let period = if from == to { from } else { td_string!(l, dashboard.period, from = from, to = to).to_string() };
    view! {
        <p class="muted">{period}</p>
        <div class="columns" data-width="narrow">{dashboard.metrics.into_iter().map(metric).collect_view()}</div>
        <div class="columns" data-width="wide">
            {slot.map(|at| view! { <SlotOutlet at/> })} {dashboard.widgets.into_iter().map(widget).collect_view()}
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
    let change = metric.delta.map(|delta| td_string!(page(), dashboard.than_before, change = delta.text).to_string());
    let href = metric.path.unwrap_or_default();
    view! { <StatCard label=metric.label value=metric.value change=change.unwrap_or_default() tone=tone href/> }
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
