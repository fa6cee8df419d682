//! Invites somebody, in a dialog.

use leptos::prelude::*;
use orion_ui::{Dialog, DialogButton, DialogClose, Form, IconName, SubmitButton, TextField, TextKind, Variant};

use super::member_fields::MemberFields;
use crate::{
    error,
    i18n::{page, td_string},
    server_fns::store::access::InviteMember,
    views::TeamPage,
};

/// A button and the dialog it opens.
#[component]
pub fn InviteDialog(
    /// What there is to choose.
    team: TeamPage,
    /// Invites.
    action: ServerAction<InviteMember>,
) -> impl IntoView {
    let l = page();
    let dialog = "invite-dialog";
    view! {
        <DialogButton dialog label=td_string!(l, invitations.invite) variant=Variant::Primary icon=IconName::UserPlus/>
        <Dialog id=dialog title=td_string!(l, invitations.invite_title)>
            <Form action reset_on_success=true error_text=error::text>
                <TextField
                    name="email"
                    label=td_string!(l, team.email)
                    kind=TextKind::Email
                    hint=td_string!(l, invitations.email_hint)
                    required=true
                />
                <MemberFields team prefix="invite".to_owned()/>
                <div class="row" data-justify="end">
                    <DialogClose dialog/>
                    <SubmitButton label=td_string!(l, invitations.invite)/>
                </div>
            </Form>
        </Dialog>
    }
}
