//! A customer signs in and out.

use orion_contracts::carts::{CART_COOKIE, Carts};
use orion_kernel::{AppError, CustomerId};
use orion_runtime::{Ctx, PrincipalKind, Result, password, session};
use time::Duration;
use uuid::Uuid;

use super::forms::normalize_email;

/// How long a browser keeps a cart.
const CART_AGE: Duration = Duration::days(30);
/// Longer passwords are nobody's: none was ever accepted.
const MAX_PASSWORD: usize = 1_024;

/// Signs in whoever knows the password, and gives them the cart they filled before.
///
/// # Errors
///
/// `wrong_credentials`, the same and after the same time whether there is such an account or not.
pub async fn sign_in(ctx: &Ctx, email: &str, password: String) -> Result<()> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let found: Option<(Uuid, String)> = sqlx::query_as(
        "select id, password_phc from customers.customers
         where store_id = $1 and email = $2 and password_phc is not null",
    )
    .bind(store.0)
    .bind(normalize_email(email))
    .fetch_optional(tx.conn())
    .await?;
    // Comparing takes a while; nobody has to wait for this connection meanwhile.
    tx.commit().await?;
    let id = verified(found, password).await?;
    open_session(ctx, CustomerId(id)).await
}

async fn verified(found: Option<(Uuid, String)>, password: String) -> Result<Uuid, AppError> {
    let password = if password.len() > MAX_PASSWORD { String::new() } else { password };
    let is_right = match &found {
        Some((_, phc)) => password::verify(password, phc.clone()).await?,
        None => password::verify_dummy(password).await?,
    };
    found.filter(|_| is_right).map(|(id, _)| id).ok_or_else(|| AppError::invalid("wrong_credentials"))
}

/// Signs in a customer who has shown who they are, with the cart of this browser.
pub(super) async fn open_session(ctx: &Ctx, customer: CustomerId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    let before = ctx.cookie(CART_COOKIE);
    let cart = ctx.port::<dyn Carts>().hand_over(&mut tx, before.as_deref(), customer).await?;
    tx.commit().await?;
    session::sign_in(ctx, PrincipalKind::Customer, customer.0, Some(ctx.store_id()?)).await?;
    if let Some(token) = cart {
        orion_runtime::set_cookie(ctx, CART_COOKIE, &token, Some(CART_AGE));
    }
    Ok(())
}

/// Signs out. The cart stays the customer's, not the browser's.
pub async fn sign_out(ctx: &Ctx) -> Result<()> {
    session::sign_out(ctx, PrincipalKind::Customer).await?;
    if ctx.principal().is_some() {
        orion_runtime::remove_cookie(ctx, CART_COOKIE);
    }
    Ok(())
}
