//! The catalogue's figure on the dashboard.

use orion_kernel::{AppError, Frontend, fmt, metric::Metric};
use orion_runtime::{Ctx, MetricsProvider};

use super::list_products::count_products;
use crate::{
    i18n::{of, td_string},
    permissions,
};

/// How many products are for sale.
pub fn published() -> MetricsProvider {
    MetricsProvider {
        module: "catalog",
        frontend: Frontend::Store,
        permission: Some(permissions::VIEW),
        provide: |ctx, _| Box::pin(async move { figures(&ctx).await }),
    }
}

async fn figures(ctx: &Ctx) -> Result<Vec<Metric>, AppError> {
    let counts = count_products(ctx).await?;
    let published = counts.get("published").copied().unwrap_or_default();
    Ok(vec![Metric {
        label: td_string!(of(ctx.locale()), metrics.published).to_owned(),
        value: fmt::number(ctx.locale(), i64::try_from(published).unwrap_or(i64::MAX)),
        delta: None,
        path: Some("/products?scope=published".to_owned()),
    }])
}
