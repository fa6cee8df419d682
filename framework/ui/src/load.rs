//! Waiting for a page's data: skeleton, content, or the error's page.

use std::sync::Arc;

use leptos::prelude::*;
use orion_kernel::AppError;
use serde::{Serialize, de::DeserializeOwned};

use crate::{page::error_page, status::Skeleton};

/// Shows what a resource holds. Keeps the old content while it loads again, and sets the answer's status on an error.
#[component]
pub fn Load<T, V>(
    /// The resource, made in the body of the page.
    value: Resource<Result<T, AppError>>,
    /// The content: `|order| view! { … }`.
    view: V,
    /// Lines of the skeleton.
    #[prop(default = 6)]
    lines: usize,
) -> AnyView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
    V: Fn(T) -> AnyView + Send + Sync + 'static,
{
    let view = Arc::new(view);
    let fallback = move || view! { <div class="page"><Skeleton lines /></div> };
    view! {
        <Transition fallback>
            {move || {
                let view = Arc::clone(&view);
                Suspend::new(async move {
                    match value.await {
                        Ok(value) => view(value),
                        Err(error) => error_page(&error),
                    }
                })
            }}
        </Transition>
    }
    .into_any()
}
