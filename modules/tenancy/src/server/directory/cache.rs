//! What was read for a key in a generation, for a while.

use std::{hash::Hash, sync::Arc, time::Duration};

use moka::future::Cache;
use orion_runtime::Result;

/// How long something may be outdated should its invalidation be lost.
const TIME_TO_LIVE: Duration = Duration::from_secs(60);
/// Anybody can ask for hosts that do not exist, and that is remembered too.
const CAPACITY: u64 = 10_000;

/// What was found for a key, or that there was nothing.
pub(super) struct Remembered<K, V> {
    found: Cache<(u64, K), Option<Arc<V>>>,
}

impl<K: Hash + Eq + Send + Sync + 'static, V: Send + Sync + 'static> Default for Remembered<K, V> {
    fn default() -> Self {
        Self { found: Cache::builder().max_capacity(CAPACITY).time_to_live(TIME_TO_LIVE).build() }
    }
}

impl<K: Hash + Eq + Send + Sync + 'static, V: Send + Sync + 'static> Remembered<K, V> {
    /// What is remembered for the key in the generation, or the answer of `ask`. The generation was read before `ask`
    /// runs, so an answer that a change has overtaken is put where nobody looks any more.
    pub(super) async fn get(
        &self,
        generation: u64,
        key: K,
        ask: impl Future<Output = Result<Option<V>>>,
    ) -> Result<Option<Arc<V>>> {
        let key = (generation, key);
        if let Some(found) = self.found.get(&key).await {
            return Ok(found);
        }
        let found = ask.await?.map(Arc::new);
        self.found.insert(key, found.clone()).await;
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_answer_belongs_to_its_generation() {
        let remembered = Remembered::<u8, u8>::default();
        let get = async |generation, value| {
            remembered.get(generation, 1, async move { Ok(value) }).await.expect("answers").as_deref().copied()
        };
        assert_eq!(get(0, Some(7)).await, Some(7));
        assert_eq!(get(0, Some(8)).await, Some(7));
        assert_eq!(get(1, None).await, None);
        assert_eq!(get(1, Some(9)).await, None, "that there is nothing is remembered too");
    }
}
