//! Somebody asks for an account, and completes it by the link in a mail.

use orion_contracts::{
    CheckoutId, OrderId,
    customers::{Address, CustomerVerified},
    orders::Orders,
};
use orion_kernel::{AppError, Check, CustomerId};
use orion_runtime::{Ctx, Result, Tx, even_time::EvenTime, password};

use super::{
    forms::{Registration, check_address, normalize_email, safe_next, with_password},
    link::{self, Link, NewLink},
    save_address::add_default,
    sign_in::{Entrance, open_session},
    stored,
};
use crate::model::LinkKind;

/// Has a mail sent: to whoever has no account here, the link that completes it; to whoever has one, the way in. Nothing about an
/// account changes before the mailbox has shown whose it is, and whoever asks learns nothing.
///
/// # Errors
///
/// Field errors.
pub async fn register_customer(ctx: &Ctx, form: &Registration) -> Result<()> {
    form.check()?;
    let even = EvenTime::begin();
    let next = safe_next(&form.next);
    let mut tx = ctx.begin().await?;
    let asked = NewLink {
        first_name: &form.first_name,
        last_name: &form.last_name,
        accepts_marketing: form.accepts_marketing,
        next: &next,
        ..NewLink::new(LinkKind::Registration, &form.email, ctx.locale())
    };
    link::ask(&mut tx, asked).await?;
    tx.commit().await?;
    even.pass().await;
    Ok(())
}

/// Sends the link of a registration once more, to whoever has lost the first.
///
/// # Errors
///
/// Field errors.
pub async fn resend_confirmation(ctx: &Ctx, email: &str) -> Result<()> {
    let mut check = Check::new();
    check.email("email", email.trim());
    check.finish()?;
    let even = EvenTime::begin();
    let mut tx = ctx.begin().await?;
    link::ask(&mut tx, NewLink::new(LinkKind::Registration, email, ctx.locale())).await?;
    tx.commit().await?;
    even.pass().await;
    Ok(())
}

/// The same for whoever has just ordered without signing in: name and address are those of the order, and so is the mailbox.
/// Nothing is told about the order.
pub async fn register_after_checkout(ctx: &Ctx, checkout: CheckoutId, accepts_marketing: bool) -> Result<()> {
    let orders = ctx.port::<dyn Orders>();
    let mut tx = ctx.begin().await?;
    let Some(placed) = orders.of_checkout(&mut tx, checkout).await? else { return Ok(()) };
    let Some(order) = orders.view(&mut tx, placed.id).await? else { return Ok(()) };
    let buyer = &order.order.billing_address;
    let asked = NewLink {
        first_name: &buyer.first_name,
        last_name: &buyer.last_name,
        accepts_marketing,
        order: Some(order.id),
        ..NewLink::new(LinkKind::Registration, &order.order.email, ctx.locale())
    };
    link::ask(&mut tx, asked).await?;
    tx.commit().await
}

/// Completes a registration: the mailbox has shown that the address is theirs, so they choose a password and are signed in, with
/// the cart of this browser. The answer is where they go on.
///
/// # Errors
///
/// `link_used`, `link_expired`; field errors of `password`.
pub async fn confirm_registration(ctx: &Ctx, token: &str, new: String) -> Result<String> {
    let mut tx = ctx.begin().await?;
    let found = link::find(&mut tx, LinkKind::Registration, token).await?;
    let address = address_of(&mut tx, &found).await?;
    tx.commit().await?;
    with_password(Check::new(), "password", &new, &[&found.email, &found.first_name, &found.last_name])?;
    let phc = password::hash(new).await.map_err(AppError::from)?;
    let customer = CustomerId(found.customer_id);
    let mut tx = ctx.begin().await?;
    link::take(&mut tx, &found).await?;
    complete(&mut tx, customer, &found, &phc).await?;
    if let Some(address) = address {
        keep_address(&mut tx, customer, &address).await?;
    }
    tx.audit("customers.registered", ("customer", customer), ()).await?;
    tx.publish(&CustomerVerified { customer_id: customer }).await?;
    tx.commit().await?;
    open_session(ctx, customer, &found.email, Entrance::Link).await?;
    Ok(safe_next(&found.next))
}

/// Nobody else has chosen a password for the account meanwhile: that would have used up the link.
async fn complete(tx: &mut Tx, customer: CustomerId, link: &Link, phc: &str) -> Result<()> {
    let (store, now, locale) = (tx.ctx().store_id()?, tx.now(), tx.ctx().locale());
    let completed = sqlx::query(
        "update customers.customers
         set password_phc = $3, first_name = $4, last_name = $5, locale = $6, verified_at = $7,
             registered_at = coalesce(registered_at, $7), accepts_marketing = accepts_marketing or $8,
             marketing_at = case when $8 then $7 else marketing_at end
         where store_id = $1 and id = $2 and password_phc is null and locked_at is null",
    )
    .bind(store.0)
    .bind(customer.0)
    .bind(phc)
    .bind(&link.first_name)
    .bind(&link.last_name)
    .bind(locale.code())
    .bind(now)
    .bind(link.accepts_marketing)
    .execute(tx.conn())
    .await?;
    if completed.rows_affected() == 0 {
        return Err(AppError::invalid("link_used").into());
    }
    Ok(())
}

/// The address of the order somebody registers after, if it was sent to the same mailbox.
async fn address_of(tx: &mut Tx, link: &Link) -> Result<Option<Address>> {
    let Some(order) = link.order_id else { return Ok(None) };
    let orders = tx.ctx().port::<dyn Orders>();
    let order = orders.view(tx, OrderId(order)).await?.map(|view| view.order);
    let theirs = order.filter(|order| normalize_email(&order.email) == link.email);
    Ok(theirs.map(|order| order.shipping_address).filter(|address| check_address(address).is_ok()))
}

async fn keep_address(tx: &mut Tx, customer: CustomerId, address: &Address) -> Result<()> {
    let store = tx.ctx().store_id()?;
    if stored::addresses(tx, store, customer).await?.is_empty() {
        add_default(tx, store, customer, address).await?;
    }
    Ok(())
}
