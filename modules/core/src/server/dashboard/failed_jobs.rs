//! What the operators' dashboard says about work that failed for good.

use futures::future::BoxFuture;
use orion_kernel::{AppError, Frontend, fmt, metric::Metric};
use orion_runtime::{Ctx, MetricsProvider, Result, jobs};

use crate::{
    i18n::{of, td_string},
    permissions,
};

/// How many jobs of the platform have used up their attempts; nothing to say where there are none.
pub fn failed_jobs() -> MetricsProvider {
    MetricsProvider {
        module: "core",
        frontend: Frontend::Admin,
        permission: Some(permissions::DASHBOARD),
        provide: |ctx, _| -> BoxFuture<'static, Result<Vec<Metric>, AppError>> {
            Box::pin(async move { Ok(figures(&ctx).await?) })
        },
    }
}

async fn figures(ctx: &Ctx) -> Result<Vec<Metric>> {
    let count = jobs::count_failed(ctx.app(), ctx.platform_id()).await?;
    let label = td_string!(of(ctx.locale()), dashboard.failed_jobs).to_owned();
    let metric = Metric { label, value: fmt::number(ctx.locale(), count), delta: None, path: None };
    Ok(if count > 0 { vec![metric] } else { Vec::new() })
}
