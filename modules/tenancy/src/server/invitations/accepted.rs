//! Those who manage the team hear that somebody has joined it.

use orion_contracts::notifications::{Audience, Notice, Notifications, Words};
use orion_kernel::{Frontend, StoreId};
use orion_runtime::{NoticeKind, Result, Tx};

use super::open::Invitation;
use crate::{
    i18n::{of, td_string},
    paths,
    permissions::TEAM_MANAGE,
};

/// Somebody accepted an invitation.
pub const ACCEPTED: NoticeKind = NoticeKind {
    code: "tenancy.invitation_accepted",
    frontend: Frontend::Store,
    permission: Some(TEAM_MANAGE),
    label: |l| td_string!(of(l), notices.invitation_accepted),
    by_mail: true,
};

/// Tells the team of the store that somebody is going to work in.
pub async fn tell(tx: &mut Tx, store: StoreId, invitation: &Invitation, name: &str) -> Result<()> {
    let ctx = tx.ctx().clone();
    let notice = Notice {
        kind: ACCEPTED.code,
        key: invitation.id.to_string(),
        to: Audience::Team(Some(store)),
        title: Words::of(|l| td_string!(of(l), notices.invitation_accepted_title, name = name.to_owned()).to_string()),
        body: Words::of(|l| {
            td_string!(of(l), notices.invitation_accepted_body, email = invitation.email.clone()).to_string()
        }),
        path: paths::TEAM.to_owned(),
    };
    Ok(ctx.port::<dyn Notifications>().notify(tx, notice).await?)
}
