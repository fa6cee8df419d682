//! Figures a module adds to a frontend's dashboard.

use std::time::Duration;

use futures::future::BoxFuture;
use orion_kernel::{AppError, Frontend, Period, Permission, metric::Metric};

use super::run_all::{Ask, run_all};
use crate::ctx::Ctx;

/// How long a dashboard waits for a module's figures.
const BUDGET: Duration = Duration::from_millis(500);

/// Answers with the figures of a period.
pub type Figures = fn(Ctx, Period) -> BoxFuture<'static, Result<Vec<Metric>, AppError>>;

/// Adds figures to a dashboard.
#[derive(Clone, Copy)]
pub struct MetricsProvider {
    /// The module.
    pub module: &'static str,
    /// Whose dashboard.
    pub frontend: Frontend,
    /// Needed to see them.
    pub permission: Option<Permission>,
    /// The figures of a period beside those of the one before, in order.
    pub provide: Figures,
}

impl MetricsProvider {
    /// The figures of those providers that answer, in the providers' order. The caller passes the providers of enabled
    /// modules that whoever is signed in may see.
    pub async fn metrics<'a>(providers: impl IntoIterator<Item = &'a Self>, ctx: &Ctx, period: Period) -> Vec<Metric> {
        let asks = providers.into_iter().map(|provider| Ask {
            module: provider.module,
            key: "metrics",
            budget: BUDGET,
            answer: {
                // Called where a panic is caught, and not before.
                let (provide, ctx) = (provider.provide, ctx.clone());
                Box::pin(async move { provide(ctx, period).await })
            },
        });
        run_all(asks).await.into_iter().flat_map(|(_, metrics)| metrics).collect()
    }
}
