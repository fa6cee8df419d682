//! Looks who a link was asked for, and writes the mail: with the link, or with what there is to know instead.

use orion_kernel::{AppError, CustomerId, Locale};
use orion_runtime::{Ctx, Job, JobCtx, JobError, Result, Tx, jobs::JobScope, one_time_token};
use serde::{Deserialize, Serialize};
use time::Duration;
use uuid::Uuid;

use super::{
    known::{Known, customer, customer_with},
    letters::{Letter, send},
};
use crate::model::LinkKind;

/// Mails an address gets of one kind in [`WINDOW`], however often they are asked for.
const MOST: i64 = 3;
const WINDOW: Duration = Duration::minutes(15);

/// Writes the mail of a link.
#[derive(Serialize, Deserialize)]
pub struct WriteLink {
    /// The link.
    pub link: Uuid,
    /// The language to write in.
    pub locale: Locale,
}

impl Job for WriteLink {
    const NAME: &'static str = "customers.write_link";

    async fn run(self, job: JobCtx) -> Result<(), JobError> {
        // Whoever asked may have been in the back office, in another language.
        let scope = JobScope { locale: self.locale, ..*job.scope() };
        let ctx = Ctx::for_job(job.app(), &scope, job.request_id()).await?;
        write_link(&ctx, self.link).await.map_err(|error| AppError::from(error).into())
    }
}

#[derive(sqlx::FromRow)]
struct Asked {
    #[sqlx(try_from = "String")]
    kind: LinkKind,
    email: String,
    customer_id: Option<Uuid>,
    first_name: String,
    last_name: String,
}

/// Writes the mail of a link, once.
async fn write_link(ctx: &Ctx, id: Uuid) -> Result<()> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let asked: Option<Asked> = sqlx::query_as(
        "select kind, email, customer_id, first_name, last_name from customers.links
         where store_id = $1 and id = $2 and mailed_at is null for update",
    )
    .bind(store.0)
    .bind(id)
    .fetch_optional(tx.conn())
    .await?;
    let Some(asked) = asked else { return Ok(()) };
    one_at_a_time(&mut tx, &asked.email).await?;
    let written = !is_too_often(&mut tx, &asked).await? && write(&mut tx, id, &asked).await?;
    if !written {
        sqlx::query("delete from customers.links where store_id = $1 and id = $2")
            .bind(store.0)
            .bind(id)
            .execute(tx.conn())
            .await?;
    }
    tx.commit().await
}

/// Somebody who registers twice at once is one customer, and gets no more mails than they should.
async fn one_at_a_time(tx: &mut Tx, email: &str) -> Result<()> {
    let store = tx.ctx().store_id()?;
    sqlx::query("select pg_advisory_xact_lock(hashtextextended('customers.links ' || $1::text || ' ' || $2, 0))")
        .bind(store.0)
        .bind(email)
        .execute(tx.conn())
        .await?;
    Ok(())
}

async fn is_too_often(tx: &mut Tx, asked: &Asked) -> Result<bool> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let mailed: i64 = sqlx::query_scalar(
        "select count(*) from customers.links where store_id = $1 and email = $2 and kind = $3 and mailed_at > $4",
    )
    .bind(store.0)
    .bind(&asked.email)
    .bind(asked.kind.code())
    .bind(now - WINDOW)
    .fetch_one(tx.conn())
    .await?;
    Ok(mailed >= MOST)
}

/// Whether there was anything to write.
async fn write(tx: &mut Tx, id: Uuid, asked: &Asked) -> Result<bool> {
    let known = customer_with(tx, &asked.email).await?;
    match (asked.kind, known) {
        (_, Some(known)) if known.is_locked && asked.kind != LinkKind::Email => {
            mailed(tx, id, Some(known.id), None).await?;
            send(tx, id, &asked.email, Letter::Locked).await?;
        }
        (LinkKind::Registration, Some(known)) if known.has_account => {
            mailed(tx, id, Some(known.id), None).await?;
            send(tx, id, &asked.email, Letter::AccountExists).await?;
        }
        (LinkKind::Registration, known) => {
            let customer = match known {
                Some(known) => known.id,
                None if asked.first_name.is_empty() => return Ok(false),
                None => add_unverified(tx, asked).await?,
            };
            if asked.first_name.is_empty() {
                repeat_entries(tx, id, &asked.email).await?;
            }
            send_link(tx, id, &asked.email, customer, LinkKind::Registration).await?;
        }
        (LinkKind::Password, None) => return Ok(false),
        (LinkKind::Password, Some(known)) => {
            send_link(tx, id, &asked.email, known.id, LinkKind::Password).await?;
        }
        (LinkKind::Email, known) => return write_to_both(tx, id, asked, known).await,
    }
    Ok(true)
}

/// Whoever asks for the link again has entered the rest before.
async fn repeat_entries(tx: &mut Tx, id: Uuid, email: &str) -> Result<()> {
    let store = tx.ctx().store_id()?;
    sqlx::query(
        "update customers.links l
         set first_name = e.first_name, last_name = e.last_name, accepts_marketing = e.accepts_marketing, next = e.next,
             order_id = e.order_id
         from (select first_name, last_name, accepts_marketing, next, order_id from customers.links
               where store_id = $1 and email = $3 and kind = 'registration' and first_name <> ''
               order by asked_at desc limit 1) e
         where l.store_id = $1 and l.id = $2",
    )
    .bind(store.0)
    .bind(id)
    .bind(email)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Of a change of address hear both: the new one, which has to confirm or is somebody's already, and the old one. Whoever reads
/// the old one's mail learns nothing about the new one.
async fn write_to_both(tx: &mut Tx, id: Uuid, asked: &Asked, holder: Option<Known>) -> Result<bool> {
    let Some(asker) = asked.customer_id else { return Ok(false) };
    let Some(asker) = customer(tx, CustomerId(asker)).await?.filter(|asker| !asker.is_locked) else { return Ok(false) };
    // Somebody who has registered and not confirmed holds nothing yet.
    if holder.is_some_and(|holder| !holder.is_pending && holder.id != asker.id) {
        mailed(tx, id, Some(asker.id), None).await?;
        send(tx, id, &asked.email, Letter::AddressTaken).await?;
    } else {
        send_link(tx, id, &asked.email, asker.id, LinkKind::Email).await?;
    }
    send(tx, id, &asker.email, Letter::AddressAsked).await?;
    Ok(true)
}

async fn send_link(tx: &mut Tx, id: Uuid, email: &str, customer: CustomerId, kind: LinkKind) -> Result<()> {
    let (token, hash) = one_time_token::new(tx.ctx());
    mailed(tx, id, Some(customer), Some(hash)).await?;
    send(tx, id, email, Letter::Link { kind, token }).await
}

async fn mailed(tx: &mut Tx, id: Uuid, customer: Option<CustomerId>, hash: Option<Vec<u8>>) -> Result<()> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    sqlx::query(
        "update customers.links set mailed_at = $3, customer_id = $4, token_hash = $5 where store_id = $1 and id = $2",
    )
    .bind(store.0)
    .bind(id)
    .bind(now)
    .bind(customer.map(|customer| customer.0))
    .bind(hash)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Somebody new, who has yet to show that the address is theirs. Without a password nobody can sign in.
async fn add_unverified(tx: &mut Tx, asked: &Asked) -> Result<CustomerId> {
    let ctx = tx.ctx().clone();
    let id: CustomerId = ctx.new_id();
    sqlx::query(
        "insert into customers.customers (store_id, id, email, first_name, last_name, phone, locale, accepts_marketing,
                                          created_at, registered_at)
         values ($1, $2, $3, $4, $5, '', $6, false, $7, $7)",
    )
    .bind(ctx.store_id()?.0)
    .bind(id.0)
    .bind(&asked.email)
    .bind(&asked.first_name)
    .bind(&asked.last_name)
    .bind(ctx.locale().code())
    .bind(ctx.now())
    .execute(tx.conn())
    .await?;
    Ok(id)
}
