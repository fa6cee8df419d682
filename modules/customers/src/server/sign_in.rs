//! A customer signs in and out.

use orion_contracts::carts::{CART_COOKIE, CHECKOUT_COOKIE, Carts};
use orion_kernel::{AppError, CustomerId, StoreId, fmt, user_agent};
use orion_runtime::{
    Ctx, PrincipalKind, Result,
    even_time::EvenTime,
    password,
    session::{self, SignIn},
    throttle,
};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::{
    forms::normalize_email,
    letters::{Letter, send},
};
use crate::i18n::{of, td_string};

/// How long a browser keeps a cart.
const CART_AGE: Duration = Duration::days(30);
/// Longer passwords are nobody's: none was ever accepted.
const MAX_PASSWORD: usize = 1_024;
/// What guesses at customers' passwords are counted under.
const GUESSES: &str = "customers.password";

#[derive(sqlx::FromRow)]
struct Found {
    id: Uuid,
    password_phc: String,
    is_locked: bool,
}

/// Signs in whoever knows the password, and gives them the cart they filled before.
///
/// # Errors
///
/// `wrong_credentials`, the same and after the same time whether there is such an account or not; `account_locked` for whoever
/// knows the password of one that is; `RateLimited` after too many guesses, whoever's they were.
pub async fn sign_in(ctx: &Ctx, email: &str, password: String, remember: bool) -> Result<()> {
    let even = EvenTime::begin();
    let (store, email) = (ctx.store_id()?, normalize_email(email));
    let account = account(store, &email);
    throttle::check(ctx, GUESSES, &account).await?;
    let mut tx = ctx.begin().await?;
    let found: Option<Found> = sqlx::query_as(
        "select id, password_phc, locked_at is not null as is_locked from customers.customers
         where store_id = $1 and email = $2 and password_phc is not null",
    )
    .bind(store.0)
    .bind(&email)
    .fetch_optional(tx.conn())
    .await?;
    // Comparing takes a while; nobody has to wait for this connection meanwhile.
    tx.commit().await?;
    match verified(found, password).await? {
        None => {
            throttle::failed(ctx, GUESSES, &account).await?;
            even.pass().await;
            Err(AppError::invalid("wrong_credentials").into())
        }
        Some(found) if found.is_locked => Err(AppError::invalid("account_locked").into()),
        Some(found) => {
            throttle::succeeded(ctx, GUESSES, &account).await?;
            open_session(ctx, CustomerId(found.id), &email, Entrance::Password { remember }).await
        }
    }
}

async fn verified(found: Option<Found>, password: String) -> Result<Option<Found>, AppError> {
    let password = if password.len() > MAX_PASSWORD { String::new() } else { password };
    let is_right = match &found {
        Some(found) => password::verify(password, found.password_phc.clone()).await?,
        None => password::verify_dummy(password).await?,
    };
    Ok(found.filter(|_| is_right))
}

/// Whether whoever is signed in knows the password. Guesses count like those at the door.
///
/// # Errors
///
/// A field error of `current_password`, `wrong_password`; `RateLimited`.
pub(super) async fn confirm_password(ctx: &Ctx, customer: CustomerId, current: String) -> Result<()> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let found: Option<(String, String)> = sqlx::query_as(
        "select email, password_phc from customers.customers
         where store_id = $1 and id = $2 and password_phc is not null",
    )
    .bind(store.0)
    .bind(customer.0)
    .fetch_optional(tx.conn())
    .await?;
    tx.commit().await?;
    let (email, phc) = found.ok_or_else(AppError::unauthenticated)?;
    let account = account(store, &email);
    throttle::check(ctx, GUESSES, &account).await?;
    if password::verify(current, phc).await.map_err(AppError::from)? {
        return throttle::succeeded(ctx, GUESSES, &account).await;
    }
    throttle::failed(ctx, GUESSES, &account).await?;
    Err(AppError::field("current_password", "wrong_password").into())
}

/// How somebody has shown who they are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Entrance {
    /// By their password.
    Password {
        /// Whether this browser keeps the session when it is closed.
        remember: bool,
    },
    /// By a link in their mail.
    Link,
}

/// Signs in a customer who has shown who they are, with the cart of this browser. Of a browser that is new they are told: it may
/// be somebody else's who knows their password.
pub(super) async fn open_session(ctx: &Ctx, customer: CustomerId, email: &str, entrance: Entrance) -> Result<()> {
    let (store, account) = (ctx.store_id()?, account(ctx.store_id()?, email));
    let mut tx = ctx.begin().await?;
    let before = ctx.cookie(CART_COOKIE);
    let cart = ctx.port::<dyn Carts>().hand_over(&mut tx, before.as_deref(), customer).await?;
    let has_been_here: Option<Option<OffsetDateTime>> = sqlx::query_scalar(
        "update customers.customers c set signed_in_at = $3 from customers.customers before
         where c.store_id = $1 and c.id = $2 and before.store_id = c.store_id and before.id = c.id
         returning before.signed_in_at",
    )
    .bind(store.0)
    .bind(customer.0)
    .bind(ctx.now())
    .fetch_optional(tx.conn())
    .await?;
    let is_unusual = entrance != Entrance::Link && !throttle::is_known_device(ctx, &account);
    if is_unusual && has_been_here.flatten().is_some() {
        let device = user_agent::name(&ctx.scope().user_agent);
        let unknown = td_string!(of(ctx.locale()), sessions.unknown);
        let device = if device.is_empty() { unknown.to_owned() } else { device };
        let at = fmt::date_time(ctx.locale(), ctx.local(ctx.now()));
        send(&mut tx, ctx.new_id(), email, Letter::NewDevice { device, at }).await?;
    }
    tx.commit().await?;
    let remember = entrance != Entrance::Password { remember: false };
    let sign_in = SignIn { store: Some(store), remember, ..SignIn::new(PrincipalKind::Customer, customer.0) };
    session::start(ctx, sign_in).await?;
    throttle::remember_device(ctx, &account)?;
    if let Some(token) = cart {
        orion_runtime::set_cookie(ctx, CART_COOKIE, &token, Some(CART_AGE));
    }
    Ok(())
}

/// What guesses at an account are counted under; the same whether it exists or not.
pub(super) fn account(store: StoreId, email: &str) -> String {
    format!("customer:{store}:{email}")
}

/// Signs out. The cart stays the customer's, not the browser's.
pub async fn sign_out(ctx: &Ctx) -> Result<()> {
    session::sign_out(ctx, PrincipalKind::Customer).await?;
    if ctx.principal().is_some() {
        forget_shopping(ctx);
    }
    Ok(())
}

/// What the browser knows of the customer's cart and their last checkout goes with them: others may come after them.
pub(super) fn forget_shopping(ctx: &Ctx) {
    for cookie in [CART_COOKIE, CHECKOUT_COOKIE] {
        orion_runtime::remove_cookie(ctx, cookie);
    }
}
