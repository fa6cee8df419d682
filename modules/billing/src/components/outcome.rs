//! What follows when something was done, and what may be.

use leptos::{prelude::*, server_fn::ServerFn};
use orion_kernel::{AppError, Boot, Permission};
use orion_ui::{Toast, Tone, use_toasts};

/// Says that an action succeeded, and counts it so that the page asks again. Call it in the body of the page.
pub fn follow<S>(action: ServerAction<S>, said: &'static str, done: RwSignal<u32>)
where
    S: ServerFn<Output = (), Error = AppError> + Clone + Send + Sync + 'static,
{
    let toasts = use_toasts();
    Effect::new(move || {
        if action.value().with(|outcome| matches!(outcome, Some(Ok(())))) {
            done.update(|done| *done += 1);
            toasts.show(Toast::new(said).tone(Tone::Success));
        }
    });
}

/// Whether whoever is signed in may do it; the server decides for itself.
#[must_use]
pub fn may(permission: Permission) -> bool {
    use_context::<Boot>().and_then(|boot| boot.principal).is_some_and(|principal| principal.may(permission.0))
}
