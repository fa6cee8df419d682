//! The one form of the system, and its two plain relatives.

mod context;
mod done;
mod frame;
mod get;
mod guard;

use leptos::{
    form::FromFormData,
    prelude::*,
    server_fn::{Http, ServerFn, codec::PostUrl},
    web_sys::SubmitEvent,
};
use orion_kernel::AppError;
use serde::de::DeserializeOwned;

pub use context::FormLayout;
pub(crate) use context::{FormContext, slug};
pub use done::{all_done, done, on_done, say_done};
use frame::{Frame, Sending, frame};
pub use get::GetForm;

use crate::texts::{ErrorText, no_text};

/// A form that calls a server function.
///
/// Before scripts run, or without any, it is posted by the browser; when the server refuses it, the page comes back with the
/// entered values and the errors. With scripts it is sent in the background: the button is busy meanwhile, a second press
/// does nothing, and errors appear in place.
#[component]
pub fn Form<S, O>(
    /// The server function's action; arguments are the fields' names.
    action: ServerAction<S>,
    /// The verb on the button at the end; no button when empty.
    #[prop(optional, into)]
    submit: String,
    /// Where "Cancel" leads, a path below the base.
    #[prop(optional, into)]
    cancel: String,
    /// Unsaved changes show a bar with the button and ask before leaving.
    #[prop(optional)]
    guard: bool,
    /// The button destroys or cancels something.
    #[prop(optional)]
    critical: bool,
    /// How the fields are laid out.
    #[prop(optional)]
    layout: FormLayout,
    /// The sentences for the module's own error codes.
    #[prop(default = no_text)]
    error_text: ErrorText,
    /// Unique on the page when the same form stands there twice.
    #[prop(optional, into)]
    id: String,
    /// Empties the fields after success.
    #[prop(optional)]
    reset_on_success: bool,
    /// Further classes.
    #[prop(optional, into)]
    class: String,
    /// The fields.
    children: Children,
) -> AnyView
where
    S: ServerFn<Error = AppError, Protocol = Http<PostUrl, O>> + DeserializeOwned + Clone + Send + Sync + 'static,
    S::Output: Send + Sync + 'static,
{
    frame(
        Frame {
            url: S::url(),
            id,
            class,
            layout,
            submit,
            cancel,
            critical,
            guard,
            reset_on_success,
            multipart: false,
            error_text,
            sending: Some(Sending {
                pending: action.pending().into(),
                version: action.version().into(),
                outcome: Signal::derive(move || {
                    action.value().with(|value| value.as_ref().map(|result| result.as_ref().err().cloned()))
                }),
                send: Callback::new(move |event| dispatch(action, &event)),
            }),
        },
        children,
    )
}

/// Sends the form in the background.
pub(crate) fn dispatch<S>(action: ServerAction<S>, event: &SubmitEvent)
where
    S: ServerFn<Error = AppError> + DeserializeOwned + Clone + Send + Sync + 'static,
    S::Output: Send + Sync + 'static,
{
    match S::from_event(event) {
        Ok(input) => {
            action.dispatch(input);
        }
        // A number field without a number, most often.
        Err(_) => {
            action.value().set(Some(Err(AppError::invalid("invalid_fields"))));
            action.version().update(|version| *version += 1);
        }
    }
}

/// A form the browser always posts itself: for uploads.
#[component]
pub fn PostForm(
    /// The server function's address, `Upload::url()`.
    url: &'static str,
    /// The verb on the button at the end; no button when empty.
    #[prop(optional, into)]
    submit: String,
    /// Carries files.
    #[prop(optional)]
    multipart: bool,
    /// How the fields are laid out.
    #[prop(optional)]
    layout: FormLayout,
    /// The sentences for the module's own error codes.
    #[prop(default = no_text)]
    error_text: ErrorText,
    /// Unique on the page when the same form stands there twice.
    #[prop(optional, into)]
    id: String,
    /// Further classes.
    #[prop(optional, into)]
    class: String,
    /// The fields, if it has any.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    frame(
        Frame {
            url,
            id,
            class,
            layout,
            submit,
            cancel: String::new(),
            critical: false,
            guard: false,
            reset_on_success: false,
            multipart,
            error_text,
            sending: None,
        },
        children.unwrap_or_else(|| Box::new(|| ().into_any())),
    )
}
