//! What does an operator see of one merchant?

use orion_kernel::AppError;
use orion_runtime::{PlatformCtx, Result};
use orion_ui::IndexQuery;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{server::list_stores, views::MerchantDetails};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    code: String,
    name: String,
    email: String,
    created_at: OffsetDateTime,
}

/// A merchant of the platform, with its owners and the first of its stores.
///
/// # Errors
///
/// `NotFound`.
pub async fn merchant_details(ctx: &PlatformCtx, code: &str) -> Result<MerchantDetails> {
    let mut tx = ctx.begin().await?;
    let row: Option<Row> = sqlx::query_as(
        "select id, code, name, email, created_at from tenancy.merchants where platform_id = $1 and code = $2",
    )
    .bind(ctx.platform_id().0)
    .bind(code)
    .fetch_optional(tx.conn())
    .await?;
    let row = row.ok_or_else(AppError::not_found)?;
    let owners = sqlx::query_as(
        "select u.name, u.email from tenancy.memberships m join tenancy.users u on u.id = m.user_id
         where m.merchant_id = $1 and m.role = 'owner' order by lower(u.name), u.id",
    )
    .bind(row.id)
    .fetch_all(tx.conn())
    .await?;
    let invited = sqlx::query_scalar(
        "select email from tenancy.invitations
         where platform_id = $1 and merchant_id = $2 and role = 'owner' and accepted_at is null and revoked_at is null
           and expires_at > $3
         order by email",
    )
    .bind(ctx.platform_id().0)
    .bind(row.id)
    .bind(ctx.now())
    .fetch_all(tx.conn())
    .await?;
    drop(tx);
    let mut query = IndexQuery::default();
    query.filters.insert("merchant".to_owned(), row.code.clone());
    let stores = list_stores(ctx, &query).await?.items;
    Ok(MerchantDetails {
        code: row.code,
        name: row.name,
        email: row.email,
        created_at: row.created_at,
        owners,
        invited,
        stores,
    })
}
