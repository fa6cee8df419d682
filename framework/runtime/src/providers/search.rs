//! What a module finds for the search over everything.

use std::time::Duration;

use futures::future::BoxFuture;
use orion_kernel::{AppError, Frontend, Permission, search::SearchHit};

use super::run_all::{Ask, run_all};
use crate::ctx::Ctx;

/// How long a search waits for a module.
const BUDGET: Duration = Duration::from_millis(500);

/// Answers with what words find.
pub type Find = fn(Ctx, String) -> BoxFuture<'static, Result<Vec<SearchHit>, AppError>>;

/// Finds things of one sort.
#[derive(Clone, Copy)]
pub struct SearchProvider {
    /// The module.
    pub module: &'static str,
    /// Names it within its module.
    pub key: &'static str,
    /// Whose search.
    pub frontend: Frontend,
    /// Needed to be asked at all.
    pub permission: Option<Permission>,
    /// At most a handful, the best first. The words come trimmed, two characters at least and 100 at most.
    pub find: Find,
}

impl SearchProvider {
    /// What those providers find that answer, in the providers' order. The caller passes the providers of enabled modules
    /// that whoever is signed in may see.
    pub async fn hits<'a>(providers: impl IntoIterator<Item = &'a Self>, ctx: &Ctx, words: &str) -> Vec<SearchHit> {
        let asks = providers.into_iter().map(|provider| Ask {
            module: provider.module,
            key: provider.key,
            budget: BUDGET,
            answer: {
                // Called where a panic is caught, and not before.
                let (find, ctx, words) = (provider.find, ctx.clone(), words.to_owned());
                Box::pin(async move { find(ctx, words).await })
            },
        });
        run_all(asks).await.into_iter().flat_map(|(_, hits)| hits).collect()
    }
}
