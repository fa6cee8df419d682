//! What the sections of these pages call: the same functions of either back office.

use leptos::{
    prelude::*,
    server_fn::{
        Http, ServerFn,
        codec::{Json, PostUrl},
    },
};
use orion_kernel::AppError;
use orion_ui::{Toast, Tone, use_toasts};
use serde::de::DeserializeOwned;

/// A server function that a form calls.
pub trait Call<T>:
    ServerFn<Error = AppError, Output = T, Protocol = Http<PostUrl, Json>>
    + DeserializeOwned
    + Clone
    + Send
    + Sync
    + 'static
{
}

impl<S, T> Call<T> for S where
    S: ServerFn<Error = AppError, Output = T, Protocol = Http<PostUrl, Json>>
        + DeserializeOwned
        + Clone
        + Send
        + Sync
        + 'static
{
}

/// Says when it is done, and what else is to happen then.
pub fn when_done<S, T>(action: ServerAction<S>, text: fn() -> &'static str, then: impl Fn() + 'static)
where
    S: Call<T>,
    T: Send + Sync + 'static,
{
    let toasts = use_toasts();
    Effect::new(move || {
        if action.value().with(|outcome| matches!(outcome, Some(Ok(_)))) {
            toasts.show(Toast::new(text()).tone(Tone::Success));
            then();
        }
    });
}
