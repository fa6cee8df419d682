//! What does an invitation say to whoever follows its link?

use orion_runtime::{Ctx, PlatformCtx, Result, Tx, one_time_token};
use time::OffsetDateTime;
use uuid::Uuid;

use super::letter::team_name;
use crate::{
    server::roles::{operator_role_name, role_name},
    views::{InvitationView, OperatorRole, Role},
};

/// An invitation that can be accepted.
#[derive(sqlx::FromRow)]
pub(super) struct Invitation {
    pub(super) id: Uuid,
    pub(super) merchant_id: Option<Uuid>,
    pub(super) email: String,
    pub(super) role: String,
    pub(super) role_id: Option<Uuid>,
    pub(super) stores: Option<Vec<Uuid>>,
    pub(super) invited_by_name: String,
    pub(super) expires_at: OffsetDateTime,
    pub(super) own_role: Option<String>,
    /// The account with that address.
    pub(super) user_id: Option<Uuid>,
}

/// The invitation as the invited sees it; `None` for a link that has run out, was used or taken back, or is none of ours.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn open_invitation(ctx: &Ctx, token: &str) -> Result<Option<InvitationView>> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let Some(invitation) = find(&mut tx, token).await? else { return Ok(None) };
    let team = team_name(&mut tx, invitation.merchant_id).await?;
    let for_operators = invitation.merchant_id.is_none();
    let own = invitation.own_role.as_deref();
    let role_name = if for_operators {
        operator_role_name(ctx.locale(), OperatorRole::preset(&invitation.role).unwrap_or(OperatorRole::Own), own)
    } else {
        role_name(ctx.locale(), Role::preset(&invitation.role).unwrap_or(Role::Own), own)
    };
    let me = ctx.principal();
    Ok(Some(InvitationView {
        team,
        invited_by: invitation.invited_by_name,
        role_name,
        for_operators,
        has_account: invitation.user_id.is_some(),
        signed_in_as: me.map(|who| who.email.clone()),
        is_me: me.is_some_and(|who| who.email == invitation.email),
        email: invitation.email,
        expires_at: invitation.expires_at,
    }))
}

/// The open invitation a token leads to. Locks it, so that of two who accept at once one is too late.
pub(super) async fn find(tx: &mut Tx, token: &str) -> Result<Option<Invitation>> {
    let ctx = tx.ctx().clone();
    Ok(sqlx::query_as(
        "select i.id, i.merchant_id, i.email, i.role, i.role_id, i.stores, i.invited_by_name, i.expires_at,
                coalesce((select r.name from tenancy.roles r where r.merchant_id = i.merchant_id and r.id = i.role_id),
                         (select o.name from tenancy.operator_roles o
                          where i.merchant_id is null and o.platform_id = i.platform_id and o.id = i.role_id)) as own_role,
                (select u.id from tenancy.users u where u.email = i.email) as user_id
         from tenancy.invitations i
         where i.platform_id = $1 and i.token_hash = $2 and i.expires_at > $3
           and i.accepted_at is null and i.revoked_at is null
         for update of i",
    )
    .bind(ctx.platform_id().0)
    .bind(one_time_token::hash(token))
    .bind(ctx.now())
    .fetch_optional(tx.conn())
    .await?)
}
