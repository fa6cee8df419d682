//! Waiting for what only a customer who is signed in may see.

use std::sync::Arc;

use leptos::prelude::*;
use orion_kernel::{AppError, ErrorKind};
use orion_ui::{Card, Page, Skeleton, error_page};
use serde::{Serialize, de::DeserializeOwned};

use super::SignInForm;
use crate::i18n::{page, td_string};

/// Shows what a resource holds, or the door for whoever is not signed in, with the way back to this page.
#[component]
pub fn Mine<T, V>(
    /// The resource, made in the body of the page.
    value: Resource<Result<T, AppError>>,
    /// The page's path below the base.
    #[prop(into)]
    next: String,
    /// The content.
    view: V,
) -> AnyView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
    V: Fn(T) -> AnyView + Send + Sync + 'static,
{
    let view = Arc::new(view);
    view! {
        <Transition fallback=|| view! { <div class="page"><Skeleton lines=6/></div> }>
            {move || {
                let (view, next) = (Arc::clone(&view), next.clone());
                Suspend::new(async move {
                    match value.await {
                        Ok(value) => view(value),
                        Err(error) if error.kind == ErrorKind::Unauthenticated => door(next),
                        Err(error) => error_page(&error),
                    }
                })
            }}
        </Transition>
    }
    .into_any()
}

fn door(next: String) -> AnyView {
    view! {
        <Page title=td_string!(page(), sign_in.title) subtitle=td_string!(page(), sign_in.first) narrow=true>
            <Card><SignInForm next/></Card>
        </Page>
    }
    .into_any()
}
