//! What an action has done so far: what pages load again for.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use orion_kernel::AppError;

use crate::{Toast, Tone, use_toasts};

/// Changes each time an action has done as it was asked, and not when it was refused: a page that loads again then draws its
/// forms anew, and what was entered would be lost with the reason why.
pub fn done<S>(action: ServerAction<S>) -> Memo<usize>
where
    S: ServerFn<Error = AppError> + Clone + Send + Sync + 'static,
    S::Output: Send + Sync + 'static,
{
    Memo::new(move |before: Option<&usize>| {
        let version = action.version().get();
        let is_done = action.value().with(|outcome| matches!(outcome, Some(Ok(_))));
        if is_done { version } else { before.copied().unwrap_or_default() }
    })
}

/// The same for several.
pub fn all_done<const N: usize>(actions: [Memo<usize>; N]) -> Memo<usize> {
    Memo::new(move |_| actions.iter().map(|done| done.get()).sum())
}

/// Does something each time; what was done before the call does not count.
pub fn on_done(done: Memo<usize>, then: impl Fn() + 'static) {
    Effect::new(move |before: Option<usize>| {
        let now = done.get();
        if before.is_some_and(|before| before != now) {
            then();
        }
        now
    });
}

/// Says so each time, in the corner of the page.
pub fn say_done(done: Memo<usize>, text: &'static str) {
    let toasts = use_toasts();
    on_done(done, move || toasts.show(Toast::new(text).tone(Tone::Success)));
}
