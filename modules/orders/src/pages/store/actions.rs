//! What can be done on an order's page, and what follows when it is done.

use leptos::prelude::*;
use orion_ui::{all_done, done, may, say_done};

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
}

impl Actions {
    /// Call it in the body of the page: what is done is said there.
    pub fn new() -> Self {
        let l = page();
        let actions = Self {
            fulfil: ServerAction::new(),
            cancel: ServerAction::new(),
            pay: ServerAction::new(),
            refund: ServerAction::new(),
            note: ServerAction::new(),
        };
        say_done(done(actions.fulfil), td_string!(l, fulfil.done));
        say_done(done(actions.cancel), td_string!(l, cancel.done));
        say_done(done(actions.pay), td_string!(l, payment.marked_paid));
        say_done(done(actions.refund), td_string!(l, refund.done));
        say_done(done(actions.note), td_string!(l, timeline.note_added));
        actions
    }

    /// Changes with each thing that is done: the page asks again.
    pub fn changes(self) -> Memo<usize> {
        all_done([done(self.fulfil), done(self.cancel), done(self.pay), done(self.refund), done(self.note)])
    }
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
