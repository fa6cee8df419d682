//! Steps a module adds to the first-run checklist.

use std::time::Duration;

use futures::future::BoxFuture;
use orion_kernel::{AppError, Frontend, Permission, checklist::ChecklistItem};

use super::run_all::{Ask, run_all};
use crate::ctx::Ctx;

/// How long a dashboard waits for a module's steps.
const BUDGET: Duration = Duration::from_millis(500);

/// Adds steps to a frontend's checklist.
#[derive(Clone, Copy)]
pub struct ChecklistProvider {
    /// The module.
    pub module: &'static str,
    /// Whose checklist.
    pub frontend: Frontend,
    /// Needed to do the steps, and so to see them.
    pub permission: Option<Permission>,
    /// The steps, done and not done.
    pub items: fn(Ctx) -> BoxFuture<'static, Result<Vec<ChecklistItem>, AppError>>,
}

impl ChecklistProvider {
    /// The steps of those providers that answer, in order. The caller passes the providers of enabled modules that whoever
    /// is signed in may see.
    pub async fn steps<'a>(providers: impl IntoIterator<Item = &'a Self>, ctx: &Ctx) -> Vec<ChecklistItem> {
        let asks = providers.into_iter().map(|provider| Ask {
            module: provider.module,
            key: "checklist",
            budget: BUDGET,
            answer: {
                // Called where a panic is caught, and not before.
                let (items, ctx) = (provider.items, ctx.clone());
                Box::pin(async move { items(ctx).await })
            },
        });
        let mut steps: Vec<_> = run_all(asks).await.into_iter().flat_map(|(_, items)| items).collect();
        steps.sort_by_key(|step| step.order);
        steps
    }
}
