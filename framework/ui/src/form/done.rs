//! What an action has done so far: what pages load again for.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use orion_kernel::AppError;

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
