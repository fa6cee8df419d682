//! Values a module adds to every page of a frontend.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use futures::future::BoxFuture;
use orion_kernel::{AppError, ContextKey, Frontend};
use serde::Serialize;
use serde_json::Value;

use super::run_all::{Ask, run_all};
use crate::ctx::Ctx;

/// How long a page waits for a value unless the provider says otherwise.
const BUDGET: Duration = Duration::from_millis(150);

/// Adds a value to the pages of some frontends.
#[derive(Clone)]
pub struct ContextProvider {
    /// The module.
    pub module: &'static str,
    /// The value's name; no two providers have the same.
    pub key: &'static str,
    /// Where it is asked.
    pub frontends: &'static [Frontend],
    /// How long a page waits for it.
    pub budget: Duration,
    provide: Arc<dyn Fn(Ctx) -> BoxFuture<'static, Result<Value, AppError>> + Send + Sync>,
}

impl ContextProvider {
    /// Provides the value of `key`.
    pub fn new<T: Serialize + Send + 'static>(
        module: &'static str,
        key: ContextKey<T>,
        frontends: &'static [Frontend],
        provide: fn(Ctx) -> BoxFuture<'static, Result<T, AppError>>,
    ) -> Self {
        let provide = move |ctx| -> BoxFuture<'static, Result<Value, AppError>> {
            Box::pin(async move {
                serde_json::to_value(provide(ctx).await?).map_err(|error| {
                    tracing::error!(%error, "a context value cannot be written");
                    AppError::internal()
                })
            })
        };
        Self { module, key: key.name(), frontends, budget: BUDGET, provide: Arc::new(provide) }
    }

    /// The same with another time budget.
    #[must_use]
    pub fn within(self, budget: Duration) -> Self {
        Self { budget, ..self }
    }

    /// The values of those providers that answer, by key. The caller passes the providers of enabled modules for the
    /// frontend at hand.
    pub async fn values<'a>(providers: impl IntoIterator<Item = &'a Self>, ctx: &Ctx) -> BTreeMap<String, Value> {
        let asks = providers.into_iter().map(|provider| Ask {
            module: provider.module,
            key: provider.key,
            budget: provider.budget,
            answer: {
                // Called where a panic is caught, and not before.
                let (provide, ctx) = (Arc::clone(&provider.provide), ctx.clone());
                Box::pin(async move { provide(ctx).await })
            },
        });
        run_all(asks).await.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
    }
}
