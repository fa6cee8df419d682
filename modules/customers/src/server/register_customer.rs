//! Somebody gets an account.

use orion_kernel::{AppError, CustomerId};
use orion_runtime::{Ctx, Result, error::violates, password};

use super::{
    forms::{Registration, normalize_email},
    sign_in::open_session,
};

/// Makes the account and signs in.
///
/// # Errors
///
/// Field errors; `taken` for an e-mail address that is known. Somebody who is signed in at once cannot be told less, so the
/// limit of sign-ins stands before this. Whoever is known without a password chooses one by the link in a mail, which
/// shows that the address is theirs.
pub async fn register_customer(ctx: &Ctx, form: Registration) -> Result<()> {
    form.check()?;
    let store = ctx.store_id()?;
    let id: CustomerId = ctx.new_id();
    let phc = password::hash(form.password).await.map_err(AppError::from)?;
    let mut tx = ctx.begin().await?;
    let made = sqlx::query(
        "insert into customers.customers (store_id, id, email, password_phc, first_name, last_name, phone, locale,
                                          accepts_marketing, created_at)
         values ($1, $2, $3, $4, $5, $6, '', $7, $8, $9)",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(normalize_email(&form.email))
    .bind(phc)
    .bind(form.first_name.trim())
    .bind(form.last_name.trim())
    .bind(ctx.locale().code())
    .bind(form.accepts_marketing)
    .bind(ctx.now())
    .execute(tx.conn())
    .await;
    match made {
        Err(error) if violates(&error, "customers_email_key") => return Err(AppError::field("email", "taken").into()),
        made => made?,
    };
    tx.audit("customers.registered", ("customer", id), ()).await?;
    tx.commit().await?;
    open_session(ctx, id).await
}
