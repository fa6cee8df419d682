//! What the enabled modules have to say to whoever is signed in.

mod checklist;
mod failed_jobs;

use orion_kernel::PeriodQuery;
use orion_runtime::{ChecklistProvider, Ctx, MetricsProvider, ModuleServer, Result, WidgetProvider};
use time::Duration;

use super::{announcements::current_announcements, asked};
use crate::views::DashboardView;

pub use checklist::{hide_checklist, show_checklist};
pub use failed_jobs::failed_jobs;

/// Asks the providers of the frontend at hand, side by side.
pub async fn dashboard(ctx: &Ctx, query: &PeriodQuery) -> Result<DashboardView> {
    let now = ctx.scope().store.as_ref().map_or(ctx.now(), |store| store.zone.local(ctx.now()));
    let period = query.resolve(now);
    let frontend = ctx.scope().frontend;
    let metrics: Vec<MetricsProvider> = asked(
        ctx,
        |module: &ModuleServer| &module.metrics,
        |provider| (provider.frontend == frontend, provider.permission),
    );
    let widgets: Vec<WidgetProvider> = asked(
        ctx,
        |module: &ModuleServer| &module.widgets,
        |provider| (provider.frontend == frontend, provider.permission),
    );
    let steps: Vec<ChecklistProvider> = asked(
        ctx,
        |module: &ModuleServer| &module.checklist,
        |provider| (provider.frontend == frontend, provider.permission),
    );
    let (metrics, widgets, steps, announcements, is_checklist_hidden) = futures::join!(
        MetricsProvider::metrics(&metrics, ctx, period),
        WidgetProvider::widgets(&widgets, ctx),
        ChecklistProvider::steps(&steps, ctx),
        current_announcements(ctx, false),
        checklist::is_hidden(ctx),
    );
    let is_complete = steps.iter().all(|step| step.done);
    let is_hidden = is_checklist_hidden?;
    Ok(DashboardView {
        metrics,
        widgets,
        checklist: if is_complete || is_hidden { Vec::new() } else { steps },
        is_checklist_hidden: is_hidden && !is_complete,
        announcements: announcements?,
        from: period.from,
        to: period.until - Duration::SECOND,
    })
}
