//! What was opened last, kept in the browser.

use leptos::prelude::*;
use orion_kernel::search::SearchHit;

use crate::page;

/// How many are kept.
const KEPT: usize = 5;

/// Each back office has its own.
fn key() -> String {
    format!("orion-recent{}", page::base())
}

/// The latest first, as one group. Nothing where the browser keeps nothing.
pub(super) fn read(kind: &str) -> Vec<SearchHit> {
    let kept = window().local_storage().ok().flatten().and_then(|kept| kept.get_item(&key()).ok().flatten());
    let hits: Vec<SearchHit> = kept.and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default();
    // What is kept may have been changed by anybody: only paths of ours lead somewhere.
    let ours = hits.into_iter().filter(|hit| hit.path.starts_with('/') && !hit.path.starts_with("//"));
    ours.take(KEPT).map(|hit| SearchHit { kind: kind.to_owned(), ..hit }).collect()
}

/// Puts it in front.
pub(super) fn remember(hit: &SearchHit) {
    let others = read("").into_iter().filter(|kept| kept.path != hit.path);
    let hits: Vec<SearchHit> = std::iter::once(hit.clone()).chain(others).take(KEPT).collect();
    if let (Ok(Some(storage)), Ok(text)) = (window().local_storage(), serde_json::to_string(&hits)) {
        // A browser that keeps nothing has no recent things.
        drop(storage.set_item(&key(), &text));
    }
}
