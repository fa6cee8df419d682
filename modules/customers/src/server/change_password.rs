//! A customer chooses another password.

use orion_kernel::{AppError, Check};
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, password, session};

use super::{
    forms::with_password,
    letters::{Letter, send},
    link,
    sign_in::confirm_password,
    who::customer_of,
};

/// Changes the password, once they have shown that they know the one of now. Their sessions elsewhere end, and links that were
/// sent before open nothing any more.
///
/// # Errors
///
/// Field errors: of `current_password`, `wrong_password`; of `new_password`, the rules of passwords.
pub async fn change_password(ctx: &Ctx, current: String, new: String) -> Result<()> {
    ctx.refuse_impersonation()?;
    let customer = customer_of(ctx)?;
    let mut check = Check::new();
    check.text("current_password", &current, 1..=1_024);
    let principal = ctx.principal().ok_or_else(AppError::unauthenticated)?;
    with_password(check, "new_password", &new, &[&principal.name, &principal.email])?;
    confirm_password(ctx, customer, current).await?;
    let phc = password::hash(new).await.map_err(AppError::from)?;
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    sqlx::query("update customers.customers set password_phc = $3 where store_id = $1 and id = $2")
        .bind(ctx.store_id()?.0)
        .bind(customer.0)
        .bind(phc)
        .execute(tx.conn())
        .await?;
    link::void(&mut tx, customer).await?;
    session::end_all_in(&mut tx, PrincipalKind::Customer, customer.0, Some(principal.session)).await?;
    tx.audit("customers.password_changed", ("customer", customer), ()).await?;
    send(&mut tx, ctx.new_id(), &principal.email, Letter::PasswordChanged).await?;
    tx.commit().await?;
    session::rotate(ctx, PrincipalKind::Customer).await
}
