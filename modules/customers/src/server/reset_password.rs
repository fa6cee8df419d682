//! A customer has forgotten their password.

use orion_contracts::mails::{MailButton, MailRequest, Mails};
use orion_kernel::{AppError, Check, CustomerId};
use orion_runtime::{Ctx, PrincipalKind, Result, password, session};
use sha2::{Digest as _, Sha256};
use time::Duration;
use uuid::Uuid;

use super::{
    forms::{normalize_email, with_password},
    sign_in::open_session,
};
use crate::{
    i18n::{of, td_string},
    paths::NEW_PASSWORD,
};

/// How long a link works.
const VALID_FOR: Duration = Duration::hours(2);

/// Mails a link to the customer with this address, if there is one. The caller cannot tell.
pub async fn request_reset(ctx: &Ctx, email: &str) -> Result<()> {
    let mut check = Check::new();
    check.email("email", email.trim());
    check.finish()?;
    let store = ctx.store()?;
    let mut tx = ctx.begin().await?;
    let customer: Option<(Uuid, String)> =
        sqlx::query_as("select id, email from customers.customers where store_id = $1 and email = $2")
            .bind(store.id.0)
            .bind(normalize_email(email))
            .fetch_optional(tx.conn())
            .await?;
    let Some((customer, to)) = customer else { return Ok(()) };
    let token = ctx.random_token();
    let id: Uuid = ctx.new_id();
    sqlx::query("delete from customers.password_resets where store_id = $1 and expires_at < $2")
        .bind(store.id.0)
        .bind(ctx.now())
        .execute(tx.conn())
        .await?;
    sqlx::query(
        "insert into customers.password_resets (store_id, id, customer_id, token_hash, expires_at) values ($1, $2, $3, $4, $5)",
    )
    .bind(store.id.0)
    .bind(id)
    .bind(customer)
    .bind(hash(&token))
    .bind(ctx.now() + VALID_FOR)
    .execute(tx.conn())
    .await?;
    let l = of(ctx.locale());
    let mail = MailRequest {
        key: format!("customers.password_reset:{id}"),
        template: "customers.password_reset".to_owned(),
        to,
        locale: ctx.locale(),
        subject: td_string!(l, mail.subject, store = store.name.clone()).to_string(),
        paragraphs: vec![td_string!(l, mail.body, store = store.name.clone()).to_string()],
        button: Some(MailButton {
            label: td_string!(l, mail.button).to_owned(),
            url: ctx.scope().absolute(&format!("{NEW_PASSWORD}?token={token}")),
        }),
        small_print: td_string!(l, mail.small_print).to_owned(),
        is_confidential: true,
    };
    ctx.port::<dyn Mails>().send(&mut tx, mail).await?;
    tx.commit().await
}

/// Sets the password of the customer a link was sent to. All links and sessions of theirs end; they are signed in anew.
///
/// # Errors
///
/// `link_expired` for a link that is too old, used, or none of ours; field errors of `password`.
pub async fn reset_password(ctx: &Ctx, token: &str, new: String) -> Result<()> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let found: Option<(Uuid, String, String, String)> = sqlx::query_as(
        "select c.id, c.email, c.first_name, c.last_name
         from customers.password_resets r join customers.customers c on c.store_id = r.store_id and c.id = r.customer_id
         where r.store_id = $1 and r.token_hash = $2 and r.expires_at > $3",
    )
    .bind(store.0)
    .bind(hash(token))
    .bind(ctx.now())
    .fetch_optional(tx.conn())
    .await?;
    tx.commit().await?;
    let (id, email, first_name, last_name) = found.ok_or_else(expired)?;
    with_password(Check::new(), "password", &new, &[&email, &first_name, &last_name])?;
    let phc = password::hash(new).await.map_err(AppError::from)?;
    let mut tx = ctx.begin().await?;
    // Whoever deletes the links first has used them.
    let used = sqlx::query("delete from customers.password_resets where store_id = $1 and customer_id = $2")
        .bind(store.0)
        .bind(id)
        .execute(tx.conn())
        .await?;
    if used.rows_affected() == 0 {
        return Err(expired().into());
    }
    sqlx::query("update customers.customers set password_phc = $3 where store_id = $1 and id = $2")
        .bind(store.0)
        .bind(id)
        .bind(phc)
        .execute(tx.conn())
        .await?;
    tx.audit("customers.password_reset", ("customer", CustomerId(id)), ()).await?;
    tx.commit().await?;
    session::sign_out_everywhere(ctx.app(), PrincipalKind::Customer, id).await?;
    open_session(ctx, CustomerId(id)).await
}

fn expired() -> AppError {
    AppError::invalid("link_expired")
}

fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token).to_vec()
}
