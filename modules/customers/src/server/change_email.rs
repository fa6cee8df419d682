//! A customer signs in with another address from now on, once its mailbox has shown that it is theirs.

use orion_contracts::customers::CustomerVerified;
use orion_kernel::{AppError, Check, CustomerId};
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, error::violates, session, throttle};

use super::{
    letters::{Letter, send},
    link::{self, NewLink},
    sign_in::{account, confirm_password},
    who::customer_of,
};
use crate::model::LinkKind;

/// Has a link sent to the new address, and a notice to the one of now. Nothing changes before the link is followed, and whether
/// the address is somebody's already is told to its mailbox alone.
///
/// # Errors
///
/// Field errors; of `current_password`, `wrong_password`.
pub async fn change_email(ctx: &Ctx, email: &str, current: String) -> Result<()> {
    ctx.refuse_impersonation()?;
    let mut check = Check::new();
    check.email("email", email.trim());
    check.text("current_password", &current, 1..=1_024);
    check.finish()?;
    let customer = customer_of(ctx)?;
    confirm_password(ctx, customer, current).await?;
    let mut tx = ctx.begin().await?;
    let asked = NewLink { customer: Some(customer), ..NewLink::new(LinkKind::Email, email, ctx.locale()) };
    link::ask(&mut tx, asked).await?;
    tx.audit("customers.email_change_asked", ("customer", customer), ()).await?;
    tx.commit().await
}

/// Follows the link: the address it was sent to is the customer's from now on. Links sent to the one of before open nothing any
/// more, and sessions elsewhere end.
///
/// # Errors
///
/// `link_used`, `link_expired`; `taken` when somebody else has come to have the address meanwhile.
pub async fn confirm_email(ctx: &Ctx, token: &str) -> Result<()> {
    let (store, now) = (ctx.store_id()?, ctx.now());
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    let found = link::find(&mut tx, LinkKind::Email, token).await?;
    link::take(&mut tx, &found).await?;
    let customer = CustomerId(found.customer_id);
    // A registration with the address that nobody has confirmed holds nothing, and whoever follows this link has its mailbox.
    sqlx::query(
        "delete from customers.customers
         where store_id = $1 and email = $2 and id <> $3 and password_phc is null and verified_at is null
             and registered_at is not null",
    )
    .bind(store.0)
    .bind(&found.email)
    .bind(customer.0)
    .execute(tx.conn())
    .await?;
    let changed = sqlx::query_scalar(
        "update customers.customers c set email = $3, verified_at = $4 from customers.customers before
         where c.store_id = $1 and c.id = $2 and c.locked_at is null
             and before.store_id = c.store_id and before.id = c.id
         returning before.email",
    )
    .bind(store.0)
    .bind(customer.0)
    .bind(&found.email)
    .bind(now)
    .fetch_optional(tx.conn())
    .await;
    let before: Option<String> = match changed {
        Err(error) if violates(&error, "customers_email_key") => return Err(AppError::conflict("taken").into()),
        changed => changed?,
    };
    let before = before.ok_or_else(|| AppError::invalid("link_expired"))?;
    let here = ctx.principal().filter(|principal| principal.id == customer.0).map(|principal| principal.session);
    session::end_all_in(&mut tx, PrincipalKind::Customer, customer.0, here).await?;
    tx.audit("customers.email_changed", ("customer", customer), ()).await?;
    tx.publish(&CustomerVerified { customer_id: customer }).await?;
    send(&mut tx, found.id, &before, Letter::AddressChanged).await?;
    tx.commit().await?;
    if here.is_some() {
        session::rotate(ctx, PrincipalKind::Customer).await?;
        throttle::remember_device(ctx, &account(store, &found.email))?;
    }
    Ok(())
}
