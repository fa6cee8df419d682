//! What does a transfer say to whoever follows its link?

use orion_runtime::{Ctx, PlatformCtx, Result, Tx, one_time_token};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::views::TransferView;

/// A transfer that can be accepted.
#[derive(sqlx::FromRow)]
pub(super) struct Transfer {
    pub(super) id: Uuid,
    pub(super) merchant_id: Uuid,
    pub(super) merchant: String,
    pub(super) from_user: Uuid,
    pub(super) from_name: String,
    pub(super) from_email: String,
    pub(super) from_locale: Option<String>,
    pub(super) to_user: Uuid,
    pub(super) to_email: String,
    pub(super) expires_at: OffsetDateTime,
}

/// The transfer as the new owner sees it; `None` for a link that has run out, was used or taken back, or is none of ours.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn open_transfer(ctx: &Ctx, token: &str) -> Result<Option<TransferView>> {
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let Some(transfer) = find(&mut tx, token).await? else { return Ok(None) };
    let me = ctx.principal();
    Ok(Some(TransferView {
        merchant: transfer.merchant,
        from: transfer.from_name,
        email: transfer.to_email,
        signed_in_as: me.map(|who| who.email.clone()),
        is_me: me.is_some_and(|who| who.id == transfer.to_user),
        expires_at: transfer.expires_at,
    }))
}

/// The open transfer a token leads to.
pub(super) async fn find(tx: &mut Tx, token: &str) -> Result<Option<Transfer>> {
    let ctx = tx.ctx().clone();
    Ok(sqlx::query_as(
        "select o.id, o.merchant_id, m.name as merchant, o.from_user, f.name as from_name, f.email as from_email,
                f.locale as from_locale, o.to_user, t.email as to_email, o.expires_at
         from tenancy.owner_transfers o
         join tenancy.merchants m on m.id = o.merchant_id and m.platform_id = $1
         join tenancy.users f on f.id = o.from_user
         join tenancy.users t on t.id = o.to_user
         where o.token_hash = $2 and o.expires_at > $3 and o.accepted_at is null and o.revoked_at is null",
    )
    .bind(ctx.platform_id().0)
    .bind(one_time_token::hash(token))
    .bind(ctx.now())
    .fetch_optional(tx.conn())
    .await?)
}
