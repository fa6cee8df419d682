//! A customer has their account deleted.

use orion_contracts::customers::CustomerErased;
use orion_kernel::{AppError, Check};
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, session};

use super::{
    letters::{Letter, send},
    sign_in::{confirm_password, forget_shopping},
    who::customer_of,
};

/// Deletes account and addresses for good, once they have shown that they know the password. Orders stay, as the law wants it;
/// what they know of the person goes when they are finished.
///
/// # Errors
///
/// Field errors: of `is_sure`, `required`; of `current_password`, `wrong_password`.
pub async fn delete_account(ctx: &Ctx, current: String, is_sure: bool) -> Result<()> {
    ctx.refuse_impersonation()?;
    let mut check = Check::new();
    check.when(!is_sure, "is_sure", "required");
    check.text("current_password", &current, 1..=1_024);
    check.finish()?;
    let customer = customer_of(ctx)?;
    let principal = ctx.principal().ok_or_else(AppError::unauthenticated)?;
    confirm_password(ctx, customer, current).await?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    sqlx::query("delete from customers.customers where store_id = $1 and id = $2")
        .bind(ctx.store_id()?.0)
        .bind(customer.0)
        .execute(tx.conn())
        .await?;
    session::end_all_in(&mut tx, PrincipalKind::Customer, customer.0, None).await?;
    tx.audit("customers.account_deleted", ("customer", customer), ()).await?;
    let erased = CustomerErased { customer_id: customer, email: principal.email.to_lowercase() };
    tx.publish(&erased).await?;
    send(&mut tx, ctx.new_id(), &principal.email, Letter::AccountDeleted).await?;
    tx.commit().await?;
    session::sign_out(ctx, PrincipalKind::Customer).await?;
    forget_shopping(ctx);
    Ok(())
}
