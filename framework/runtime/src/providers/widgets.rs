//! Lists a module adds to a frontend's dashboard.

use std::time::Duration;

use futures::future::BoxFuture;
use orion_kernel::{AppError, Frontend, Permission, widget::Widget};

use super::run_all::{Ask, run_all};
use crate::ctx::Ctx;

/// How long a dashboard waits for a widget.
const BUDGET: Duration = Duration::from_millis(500);

/// Adds a widget to a dashboard.
#[derive(Clone, Copy)]
pub struct WidgetProvider {
    /// The module.
    pub module: &'static str,
    /// Names the widget within its module.
    pub key: &'static str,
    /// Whose dashboard.
    pub frontend: Frontend,
    /// Needed to see it.
    pub permission: Option<Permission>,
    /// Its content; `None` when there is nothing to say.
    pub provide: fn(Ctx) -> BoxFuture<'static, Result<Option<Widget>, AppError>>,
}

impl WidgetProvider {
    /// The widgets of those providers that answer, in the providers' order. The caller passes the providers of enabled
    /// modules that whoever is signed in may see.
    pub async fn widgets<'a>(providers: impl IntoIterator<Item = &'a Self>, ctx: &Ctx) -> Vec<Widget> {
        let asks = providers.into_iter().map(|provider| Ask {
            module: provider.module,
            key: provider.key,
            budget: BUDGET,
            answer: {
                // Called where a panic is caught, and not before.
                let (provide, ctx) = (provider.provide, ctx.clone());
                Box::pin(async move { provide(ctx).await })
            },
        });
        run_all(asks).await.into_iter().filter_map(|(_, widget)| widget).collect()
    }
}
