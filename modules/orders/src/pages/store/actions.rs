//! What can be done on an order's page, and what follows when it is done.

use leptos::{prelude::*, server_fn::ServerFn};
use orion_kernel::{AppError, Boot, Permission};
use orion_ui::{Toast, Tone, use_toasts};

use crate::{
    i18n::{page, td_string},
    permissions,
    server_fns::store::{AddNote, CancelOrder, FulfilOrder, MarkPaid, RefundOrder},
};

/// The page's actions.
#[derive(Clone, Copy)]
pub struct Actions {
    /// Sends items.
    pub fulfil: ServerAction<FulfilOrder>,
    /// Calls the order off.
    pub cancel: ServerAction<CancelOrder>,
    /// Notes the payment.
    pub pay: ServerAction<MarkPaid>,
    /// Sends money back.
    pub refund: ServerAction<RefundOrder>,
    /// Writes a note.
    pub note: ServerAction<AddNote>,
    /// How often something succeeded: the page asks again.
    pub done: RwSignal<u32>,
}

impl Actions {
    /// Call it in the body of the page.
    pub fn new() -> Self {
        let l = page();
        let actions = Self {
            fulfil: ServerAction::new(),
            cancel: ServerAction::new(),
            pay: ServerAction::new(),
            refund: ServerAction::new(),
            note: ServerAction::new(),
            done: RwSignal::new(0),
        };
        actions.follow(actions.fulfil, td_string!(l, fulfil.done));
        actions.follow(actions.cancel, td_string!(l, cancel.done));
        actions.follow(actions.pay, td_string!(l, payment.marked_paid));
        actions.follow(actions.refund, td_string!(l, refund.done));
        actions.follow(actions.note, "");
        actions
    }

    fn follow<S>(self, action: ServerAction<S>, said: &'static str)
    where
        S: ServerFn<Output = (), Error = AppError> + Clone + Send + Sync + 'static,
    {
        let toasts = use_toasts();
        Effect::new(move || {
            if action.value().with(|outcome| matches!(outcome, Some(Ok(())))) {
                self.done.update(|done| *done += 1);
                if !said.is_empty() {
                    toasts.show(Toast::new(said).tone(Tone::Success));
                }
            }
        });
    }
}

/// Whether whoever is signed in may do it; the server decides for itself.
pub fn may(permission: Permission) -> bool {
    use_context::<Boot>().and_then(|boot| boot.principal).is_some_and(|principal| principal.may(permission.0))
}

/// What an order's page may offer to whoever is signed in.
#[derive(Clone, Copy)]
pub struct Rights {
    /// Send, note payments, write notes.
    pub edit: bool,
    /// Call off.
    pub cancel: bool,
    /// Send money back.
    pub refund: bool,
}

impl Rights {
    /// Of whoever is signed in.
    pub fn held() -> Self {
        Self { edit: may(permissions::EDIT), cancel: may(permissions::CANCEL), refund: may(permissions::REFUND) }
    }
}
