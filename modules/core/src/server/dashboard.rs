//! What the enabled modules have to say to whoever is signed in.

use orion_kernel::Permission;
use orion_runtime::{Ctx, MetricsProvider, WidgetProvider};

use crate::views::Dashboard;

/// Asks the providers of the frontend at hand, side by side.
pub async fn dashboard(ctx: &Ctx) -> Dashboard {
    let frontend = ctx.scope().frontend;
    let may = |permission: Option<Permission>| {
        permission.is_none_or(|permission| ctx.principal().is_some_and(|p| p.may(permission)))
    };
    let mut metrics: Vec<MetricsProvider> = Vec::new();
    let mut widgets: Vec<WidgetProvider> = Vec::new();
    for module in ctx.app().modules().iter().filter(|module| ctx.scope().has_module(module.code)) {
        metrics
            .extend(module.metrics.iter().filter(|provider| provider.frontend == frontend && may(provider.permission)));
        widgets
            .extend(module.widgets.iter().filter(|provider| provider.frontend == frontend && may(provider.permission)));
    }
    let (metrics, widgets) =
        futures::join!(MetricsProvider::metrics(&metrics, ctx), WidgetProvider::widgets(&widgets, ctx));
    Dashboard { metrics, widgets }
}
