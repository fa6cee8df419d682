//! A customer has forgotten their password.

use orion_contracts::customers::CustomerVerified;
use orion_kernel::{AppError, Check, CustomerId};
use orion_runtime::{Ctx, PlatformCtx, PrincipalKind, Result, even_time::EvenTime, password, session};

use super::{
    forms::with_password,
    letters::{Letter, send},
    link::{self, NewLink},
    sign_in::{Entrance, open_session},
};
use crate::model::LinkKind;

/// Has a link sent to the customer with this address, if there is one. The caller cannot tell.
///
/// # Errors
///
/// Field errors.
pub async fn request_reset(ctx: &Ctx, email: &str) -> Result<()> {
    let mut check = Check::new();
    check.email("email", email.trim());
    check.finish()?;
    let even = EvenTime::begin();
    let mut tx = ctx.begin().await?;
    link::ask(&mut tx, NewLink::new(LinkKind::Password, email, ctx.locale())).await?;
    tx.commit().await?;
    even.pass().await;
    Ok(())
}

/// Sets the password of the customer a link was sent to, which also shows that the address is theirs. All links and sessions of
/// theirs end; they are signed in anew.
///
/// # Errors
///
/// `link_used`; `link_expired` for a link that is too old or none of ours; field errors of `password`.
pub async fn reset_password(ctx: &Ctx, token: &str, new: String) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let found = link::find(&mut tx, LinkKind::Password, token).await?;
    tx.commit().await?;
    with_password(Check::new(), "password", &new, &[&found.email, &found.first_name, &found.last_name])?;
    let phc = password::hash(new).await.map_err(AppError::from)?;
    let (store, now, customer) = (ctx.store_id()?, ctx.now(), CustomerId(found.customer_id));
    let mut tx = PlatformCtx::system(ctx).begin().await?;
    link::take(&mut tx, &found).await?;
    let was_verified: Option<bool> = sqlx::query_scalar(
        "update customers.customers c
         set password_phc = $3, verified_at = coalesce(c.verified_at, $4), registered_at = coalesce(c.registered_at, $4)
         from customers.customers before
         where c.store_id = $1 and c.id = $2 and c.locked_at is null and c.email = $5
             and before.store_id = c.store_id and before.id = c.id
         returning before.verified_at is not null",
    )
    .bind(store.0)
    .bind(customer.0)
    .bind(phc)
    .bind(now)
    .bind(&found.email)
    .fetch_optional(tx.conn())
    .await?;
    let was_verified = was_verified.ok_or_else(|| AppError::invalid("link_expired"))?;
    session::end_all_in(&mut tx, PrincipalKind::Customer, customer.0, None).await?;
    tx.audit("customers.password_reset", ("customer", customer), ()).await?;
    if !was_verified {
        tx.publish(&CustomerVerified { customer_id: customer }).await?;
    }
    send(&mut tx, found.id, &found.email, Letter::PasswordChanged).await?;
    tx.commit().await?;
    open_session(ctx, customer, &found.email, Entrance::Link).await
}
