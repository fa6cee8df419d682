//! The merchant deletes a customer.

use orion_kernel::{AppError, CustomerId};
use orion_runtime::{Ctx, PrincipalKind, Result, session};

/// Deletes account, addresses and note, and ends their sessions. Orders hold their own copies, which the law wants kept.
pub async fn delete_customer(ctx: &Ctx, id: CustomerId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let deleted = sqlx::query("delete from customers.customers where store_id = $1 and id = $2")
        .bind(ctx.store_id()?.0)
        .bind(id.0)
        .execute(tx.conn())
        .await?;
    if deleted.rows_affected() == 0 {
        return Err(AppError::not_found().into());
    }
    tx.audit("customers.deleted", ("customer", id), ()).await?;
    tx.commit().await?;
    session::sign_out_everywhere(ctx.app(), PrincipalKind::Customer, id.0).await
}
