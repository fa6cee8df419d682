//! Somebody takes a merchant over.

use orion_kernel::{AppError, ErrorKind, Locale};
use orion_runtime::{
    Ctx, PlatformCtx, PrincipalKind, Result, Tx,
    audit::{self, Actor, ActorKind, AuditScope, Deed},
    session,
};
use serde_json::json;

use super::{
    letters::{Letter, tell},
    open_transfer::{Transfer, find},
};
use crate::{
    paths,
    server::{roles::Realm, team::make_owner},
};

/// Takes over: whoever is signed in is the owner from now on, and who asked them becomes a manager. Says where to go.
///
/// # Errors
///
/// `transfer_gone` when the link does not work any more, the other one owns the merchant no longer, or the new one has left
/// the team; `transfer_of_somebody_else`.
pub async fn accept_transfer(ctx: &Ctx, token: &str) -> Result<String> {
    ctx.refuse_impersonation()?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let found = find(&mut tx, token).await?.ok_or_else(gone)?;
    let me = ctx.principal().ok_or_else(AppError::unauthenticated)?;
    if found.to_user != me.id {
        return Err(AppError::new(ErrorKind::Forbidden, "transfer_of_somebody_else").into());
    }
    Realm::Team(found.merchant_id).take_turn(&mut tx).await?;
    // Once more: whoever took their turn before may have accepted, taken back, or changed the team.
    let transfer = find(&mut tx, token).await?.ok_or_else(gone)?;
    if !is_possible(&mut tx, &transfer).await? {
        return Err(gone().into());
    }
    sqlx::query(
        "update tenancy.owner_transfers set accepted_at = $3, token_hash = null where merchant_id = $1 and id = $2",
    )
    .bind(transfer.merchant_id)
    .bind(transfer.id)
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    make_owner(&mut tx, transfer.merchant_id, me.id, Some(transfer.from_user)).await?;
    note(&mut tx, &transfer, &me.name).await?;
    let before = transfer.from_locale.as_deref().and_then(Locale::from_code).unwrap_or(ctx.locale());
    let done = Letter::Done { from: &transfer.from_name, to: &me.name };
    tell(&mut tx, transfer.merchant_id, transfer.id, &transfer.from_email, before, &done).await?;
    tell(&mut tx, transfer.merchant_id, transfer.id, &me.email, me.locale.unwrap_or(ctx.locale()), &done).await?;
    let store: Option<String> =
        sqlx::query_scalar("select code from tenancy.stores where merchant_id = $1 order by created_at, code limit 1")
            .bind(transfer.merchant_id)
            .fetch_optional(tx.conn())
            .await?;
    tx.commit().await?;
    session::rotate(ctx, PrincipalKind::Member).await?;
    let path = store.map_or_else(|| paths::STORES.to_owned(), |code| paths::back_office(&code));
    Ok(format!("{}{path}", ctx.scope().base))
}

fn gone() -> AppError {
    AppError::conflict("transfer_gone")
}

/// Whether the one still owns the merchant, and the other is still of the team.
async fn is_possible(tx: &mut Tx, transfer: &Transfer) -> Result<bool> {
    Ok(sqlx::query_scalar(
        "select exists (select from tenancy.memberships where merchant_id = $1 and user_id = $2 and role = 'owner')
            and exists (select from tenancy.memberships where merchant_id = $1 and user_id = $3)",
    )
    .bind(transfer.merchant_id)
    .bind(transfer.from_user)
    .bind(transfer.to_user)
    .fetch_one(tx.conn())
    .await?)
}

/// In the merchant's log: the platform's pages, where this happens, belong to none.
async fn note(tx: &mut Tx, transfer: &Transfer, name: &str) -> Result<()> {
    let ctx = tx.ctx().clone();
    let scope =
        AuditScope { platform_id: ctx.platform_id(), merchant_id: Some(transfer.merchant_id.into()), store_id: None };
    let actor = Actor { kind: ActorKind::User, id: Some(transfer.to_user), name: name.to_owned() };
    let (id, ip) = (transfer.merchant_id.to_string(), ctx.scope().ip.to_string());
    let (before, after) = (json!({ "owner": transfer.from_name }), json!({ "owner": name }));
    let deed = Deed {
        action: "tenancy.owner_changed",
        subject: Some(("merchant", &id)),
        before: Some(&before),
        after: Some(&after),
        ip: Some(&ip),
        request_id: Some(&ctx.scope().request_id),
    };
    Ok(audit::write(tx.conn(), &scope, &actor, &deed).await?)
}
