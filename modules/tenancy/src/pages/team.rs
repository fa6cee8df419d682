//! What the page about a team is made of.

mod invitations;
mod invite_dialog;
mod member_fields;
mod members;
mod ownership;

use leptos::prelude::*;
use orion_ui::{all_done, done};

use crate::server_fns::store::access::{
    InviteMember, LeaveTeam, RemoveMember, ResendInvitation, RevokeInvitation, RevokeTransfer, SaveMember,
    StartTransfer,
};

pub use invitations::Invitations;
pub use invite_dialog::InviteDialog;
pub use members::Members;
pub use ownership::Ownership;

/// The actions of the page's forms.
#[derive(Clone, Copy)]
pub struct TeamActions {
    /// Invites somebody.
    pub invite: ServerAction<InviteMember>,
    /// Sends an invitation again.
    pub resend: ServerAction<ResendInvitation>,
    /// Takes one back.
    pub revoke: ServerAction<RevokeInvitation>,
    /// Changes somebody.
    pub save: ServerAction<SaveMember>,
    /// Takes somebody out.
    pub remove: ServerAction<RemoveMember>,
    /// Leaves.
    pub leave: ServerAction<LeaveTeam>,
    /// Hands over.
    pub start_transfer: ServerAction<StartTransfer>,
    /// Keeps the merchant after all.
    pub revoke_transfer: ServerAction<RevokeTransfer>,
}

impl TeamActions {
    /// For a page.
    #[must_use]
    pub fn new() -> Self {
        Self {
            invite: ServerAction::new(),
            resend: ServerAction::new(),
            revoke: ServerAction::new(),
            save: ServerAction::new(),
            remove: ServerAction::new(),
            leave: ServerAction::new(),
            start_transfer: ServerAction::new(),
            revoke_transfer: ServerAction::new(),
        }
    }

    /// Changes whenever one of them has done as it was asked.
    #[must_use]
    pub fn changes(&self) -> Memo<usize> {
        let invitations = all_done([done(self.invite), done(self.resend), done(self.revoke)]);
        let transfers = all_done([done(self.start_transfer), done(self.revoke_transfer)]);
        all_done([invitations, transfers, done(self.save), done(self.remove)])
    }
}
