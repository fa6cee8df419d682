//! What the sections of these pages call: the same functions of either back office.

use leptos::server_fn::{
    Http, ServerFn,
    codec::{Json, PostUrl},
};
use orion_kernel::AppError;
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
