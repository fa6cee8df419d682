//! Where a form leads that was posted without scripts; with scripts the page stays and says so itself.

use http::{header::ACCEPT, request::Parts};
use leptos::prelude::use_context;

/// Goes to a path below the base when the browser posted the form itself.
pub fn lead_to(path: &str) {
    let is_plain = use_context::<Parts>().is_some_and(|parts| {
        let accept = parts.headers.get(ACCEPT).and_then(|accept| accept.to_str().ok());
        accept.is_some_and(|accept| accept.contains("text/html"))
    });
    if is_plain {
        orion_runtime::redirect(path);
    }
}
