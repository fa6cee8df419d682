//! Makes somebody the owner of a merchant.

use orion_runtime::{PrincipalKind, Result, Tx, session};
use uuid::Uuid;

/// Makes somebody the owner, and who was it before a manager: `from`, or everybody when that is not said. The caller has
/// taken its turn with [`Realm::take_turn`](crate::server::roles::Realm::take_turn).
pub(in crate::server) async fn make_owner(tx: &mut Tx, merchant: Uuid, user: Uuid, from: Option<Uuid>) -> Result<()> {
    let before: Vec<Uuid> = sqlx::query_scalar(
        "update tenancy.memberships set role = 'manager'
         where merchant_id = $1 and role = 'owner' and user_id <> $2 and ($3::uuid is null or user_id = $3)
         returning user_id",
    )
    .bind(merchant)
    .bind(user)
    .bind(from)
    .fetch_all(tx.conn())
    .await?;
    sqlx::query("delete from tenancy.memberships where merchant_id = $1 and user_id = $2")
        .bind(merchant)
        .bind(user)
        .execute(tx.conn())
        .await?;
    sqlx::query(
        "insert into tenancy.memberships (merchant_id, id, user_id, store_id, role) values ($1, $2, $3, null, 'owner')",
    )
    .bind(merchant)
    .bind(tx.new_id::<Uuid>())
    .bind(user)
    .execute(tx.conn())
    .await?;
    revoke_owners(tx, merchant, None).await?;
    for changed in before.into_iter().chain([user]) {
        session::renew_all(tx, PrincipalKind::Member, changed).await?;
    }
    Ok(())
}

/// Takes back what is open of invitations to own the merchant, but for one address: whoever was invited by mistake, or before,
/// must not take it over later.
pub(in crate::server) async fn revoke_owners(tx: &mut Tx, merchant: Uuid, but: Option<&str>) -> Result<()> {
    let (platform, now) = (tx.ctx().platform_id(), tx.ctx().now());
    sqlx::query(
        "update tenancy.invitations set revoked_at = $3, token_hash = null
         where platform_id = $1 and merchant_id = $2 and role = 'owner' and accepted_at is null and revoked_at is null
           and email is distinct from $4",
    )
    .bind(platform.0)
    .bind(merchant)
    .bind(now)
    .bind(but)
    .execute(tx.conn())
    .await?;
    Ok(())
}
