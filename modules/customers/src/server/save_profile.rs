//! A customer changes their own details.

use orion_kernel::{AppError, Check, CustomerId};
use orion_runtime::{Ctx, PrincipalKind, Result, error::violates, password, session};

use super::{
    forms::{check_profile, normalize_email, with_password},
    sign_in::open_session,
    who::customer_of,
};
use crate::views::Profile;

/// Changes name, telephone number and whether they want the store's news.
pub async fn save_profile(ctx: &Ctx, profile: &Profile) -> Result<()> {
    check_profile(profile)?;
    let customer = customer_of(ctx)?;
    let mut tx = ctx.begin().await?;
    sqlx::query(
        "update customers.customers set first_name = $3, last_name = $4, phone = $5, accepts_marketing = $6
         where store_id = $1 and id = $2",
    )
    .bind(ctx.store_id()?.0)
    .bind(customer.0)
    .bind(profile.first_name.trim())
    .bind(profile.last_name.trim())
    .bind(profile.phone.trim())
    .bind(profile.accepts_marketing)
    .execute(tx.conn())
    .await?;
    tx.audit("customers.profile_changed", ("customer", customer), ()).await?;
    tx.commit().await
}

/// Changes what they sign in with, once they have shown that they know the password.
///
/// # Errors
///
/// Field errors: of `email`, `taken`; of `current_password`, `wrong_password`.
pub async fn change_email(ctx: &Ctx, email: &str, current: String) -> Result<()> {
    let mut check = Check::new();
    check.email("email", email.trim());
    check.text("current_password", &current, 1..=1_024);
    check.finish()?;
    let customer = customer_of(ctx)?;
    confirm(ctx, customer, current).await?;
    let mut tx = ctx.begin().await?;
    let changed = sqlx::query("update customers.customers set email = $3 where store_id = $1 and id = $2")
        .bind(ctx.store_id()?.0)
        .bind(customer.0)
        .bind(normalize_email(email))
        .execute(tx.conn())
        .await;
    match changed {
        Err(error) if violates(&error, "customers_email_key") => return Err(AppError::field("email", "taken").into()),
        changed => changed?,
    };
    // A link sent to the address of before must not open the account any more.
    sqlx::query("delete from customers.password_resets where store_id = $1 and customer_id = $2")
        .bind(ctx.store_id()?.0)
        .bind(customer.0)
        .execute(tx.conn())
        .await?;
    tx.audit("customers.email_changed", ("customer", customer), ()).await?;
    tx.commit().await
}

/// Changes the password, once they have shown that they know the one of now. Their sessions elsewhere end.
///
/// # Errors
///
/// Field errors: of `current_password`, `wrong_password`; of `new_password`, the rules of passwords.
pub async fn change_password(ctx: &Ctx, current: String, new: String) -> Result<()> {
    let customer = customer_of(ctx)?;
    let mut check = Check::new();
    check.text("current_password", &current, 1..=1_024);
    let personal =
        ctx.principal().map(|principal| [principal.name.clone(), principal.email.clone()]).unwrap_or_default();
    with_password(check, "new_password", &new, &personal.each_ref().map(String::as_str))?;
    confirm(ctx, customer, current).await?;
    let phc = password::hash(new).await.map_err(AppError::from)?;
    let mut tx = ctx.begin().await?;
    sqlx::query("update customers.customers set password_phc = $3 where store_id = $1 and id = $2")
        .bind(ctx.store_id()?.0)
        .bind(customer.0)
        .bind(phc)
        .execute(tx.conn())
        .await?;
    tx.audit("customers.password_changed", ("customer", customer), ()).await?;
    tx.commit().await?;
    session::sign_out_everywhere(ctx.app(), PrincipalKind::Customer, customer.0).await?;
    open_session(ctx, customer).await
}

/// Whether whoever asks knows the password.
async fn confirm(ctx: &Ctx, customer: CustomerId, current: String) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let phc: Option<String> =
        sqlx::query_scalar("select password_phc from customers.customers where store_id = $1 and id = $2")
            .bind(ctx.store_id()?.0)
            .bind(customer.0)
            .fetch_optional(tx.conn())
            .await?
            .flatten();
    tx.commit().await?;
    let phc = phc.ok_or_else(AppError::unauthenticated)?;
    if password::verify(current, phc).await.map_err(AppError::from)? {
        Ok(())
    } else {
        Err(AppError::field("current_password", "wrong_password").into())
    }
}
