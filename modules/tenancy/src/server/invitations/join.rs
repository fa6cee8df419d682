//! Whoever is signed in accepts an invitation; and what accepting means.

use orion_kernel::{AppError, ErrorKind, StoreId};
use orion_runtime::{
    Ctx, PlatformCtx, PrincipalKind, Result, Tx,
    audit::{self, Actor, ActorKind, AuditScope, Deed},
    session,
};
use serde_json::json;
use uuid::Uuid;

use super::{
    accepted::tell,
    open::{Invitation, find},
};
use crate::{
    paths,
    server::{roles::Realm, team::make_owner},
};

/// Accepts the invitation as whoever is signed in, and says where to go.
///
/// # Errors
///
/// `invitation_gone`; `invitation_of_somebody_else`.
pub async fn join_team(ctx: &Ctx, token: &str) -> Result<String> {
    ctx.refuse_impersonation()?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let invitation = find(&mut tx, token).await?.ok_or_else(gone)?;
    let me = ctx.principal().ok_or_else(AppError::unauthenticated)?;
    if invitation.user_id != Some(me.id) {
        return Err(somebody_elses().into());
    }
    let landing = accept(&mut tx, &invitation, me.id, &me.name).await?;
    tx.commit().await?;
    session::rotate(ctx, PrincipalKind::Member).await?;
    Ok(landing)
}

pub(super) fn gone() -> AppError {
    AppError::conflict("invitation_gone")
}

pub(super) fn somebody_elses() -> AppError {
    AppError::new(ErrorKind::Forbidden, "invitation_of_somebody_else")
}

/// Makes the person what they were invited to be, and says where they work from now on.
pub(super) async fn accept(tx: &mut Tx, invitation: &Invitation, user: Uuid, name: &str) -> Result<String> {
    let ctx = tx.ctx().clone();
    let base = ctx.scope().base.clone();
    let used = sqlx::query(
        "update tenancy.invitations set accepted_at = $3, accepted_by = $4, token_hash = null
         where platform_id = $1 and id = $2 and accepted_at is null and revoked_at is null",
    )
    .bind(ctx.platform_id().0)
    .bind(invitation.id)
    .bind(ctx.now())
    .bind(user)
    .execute(tx.conn())
    .await?;
    if used.rows_affected() == 0 {
        return Err(gone().into());
    }
    // Whoever gets here reads the mail of that address.
    sqlx::query("update tenancy.users set email_verified_at = coalesce(email_verified_at, $2) where id = $1")
        .bind(user)
        .bind(ctx.now())
        .execute(tx.conn())
        .await?;
    note(tx, invitation, user, name).await?;
    session::renew_all(tx, PrincipalKind::Member, user).await?;
    let Some(merchant) = invitation.merchant_id else {
        sqlx::query(
            "insert into tenancy.operators (platform_id, user_id, role, role_id) values ($1, $2, $3, $4)
             on conflict (platform_id, user_id) do nothing",
        )
        .bind(ctx.platform_id().0)
        .bind(user)
        .bind(&invitation.role)
        .bind(invitation.role_id)
        .execute(tx.conn())
        .await?;
        return Ok(format!("{base}/admin"));
    };
    Realm::Team(merchant).take_turn(tx).await?;
    if invitation.role == "owner" {
        make_owner(tx, merchant, user, None).await?;
    } else {
        write_memberships(tx, merchant, user, invitation).await?;
    }
    let first: Option<(Uuid, String)> = sqlx::query_as(
        "select id, code from tenancy.stores where merchant_id = $1 and ($2::uuid[] is null or id = any($2))
         order by created_at, code limit 1",
    )
    .bind(merchant)
    .bind(invitation.stores.as_deref())
    .fetch_optional(tx.conn())
    .await?;
    Ok(match first {
        Some((store, code)) => {
            tell(tx, StoreId(store), invitation, name).await?;
            format!("{base}{}", paths::back_office(&code))
        }
        None => format!("{base}{}", paths::STORES),
    })
}

/// One row a store, or one for all of them. Stores that are gone by now are left out.
async fn write_memberships(tx: &mut Tx, merchant: Uuid, user: Uuid, invitation: &Invitation) -> Result<()> {
    sqlx::query(
        "insert into tenancy.memberships (merchant_id, id, user_id, store_id, role, role_id)
         select $1, gen_random_uuid(), $2, chosen.id, $3, $4
         from (select null::uuid as id where $5::uuid[] is null
               union all
               select s.id from tenancy.stores s where s.merchant_id = $1 and s.id = any($5)) chosen
         on conflict (merchant_id, user_id, store_id) do nothing",
    )
    .bind(merchant)
    .bind(user)
    .bind(&invitation.role)
    .bind(invitation.role_id)
    .bind(invitation.stores.as_deref())
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// In the merchant's log, or the platform's; the context does not know them yet.
async fn note(tx: &mut Tx, invitation: &Invitation, user: Uuid, name: &str) -> Result<()> {
    let ctx = tx.ctx().clone();
    let scope = AuditScope {
        platform_id: ctx.platform_id(),
        merchant_id: invitation.merchant_id.map(Into::into),
        store_id: None,
    };
    let actor = Actor { kind: ActorKind::User, id: Some(user), name: name.to_owned() };
    let (id, ip) = (invitation.id.to_string(), ctx.scope().ip.to_string());
    let after = json!({ "email": invitation.email, "role": invitation.role });
    let deed = Deed {
        action: "tenancy.invitation_accepted",
        subject: Some(("invitation", &id)),
        after: Some(&after),
        ip: Some(&ip),
        request_id: Some(&ctx.scope().request_id),
        ..Deed::default()
    };
    Ok(audit::write(tx.conn(), &scope, &actor, &deed).await?)
}
