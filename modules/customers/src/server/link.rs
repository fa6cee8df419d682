//! Links by mail: asked for, read, used once.

use orion_contracts::OrderId;
use orion_kernel::{AppError, CustomerId, Locale};
use orion_runtime::{Ctx, Result, Tx, one_time_token};
use time::Duration;
use uuid::Uuid;

use super::{forms::normalize_email, write_link::WriteLink};
use crate::{model::LinkKind, views::LinkView};

/// A link somebody asks for.
pub struct NewLink<'a> {
    /// What for.
    pub kind: LinkKind,
    /// Where it is sent.
    pub email: &'a str,
    /// Whose it is, where that is known already.
    pub customer: Option<CustomerId>,
    /// Given name, of whoever registers.
    pub first_name: &'a str,
    /// Family name.
    pub last_name: &'a str,
    /// Whether they want the store's news.
    pub accepts_marketing: bool,
    /// The language to write in.
    pub locale: Locale,
    /// Where to go on then.
    pub next: &'a str,
    /// The order they register after.
    pub order: Option<OrderId>,
}

impl<'a> NewLink<'a> {
    /// A link of this kind to this address.
    pub const fn new(kind: LinkKind, email: &'a str, locale: Locale) -> Self {
        Self {
            kind,
            email,
            customer: None,
            first_name: "",
            last_name: "",
            accepts_marketing: false,
            locale,
            next: "",
            order: None,
        }
    }
}

/// Notes that a link is asked for. Whether anybody is known by the address is not looked up here: whoever asks must not be able
/// to tell, not even by the time it takes. A job looks, and writes the mail.
pub async fn ask(tx: &mut Tx, link: NewLink<'_>) -> Result<()> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let id: Uuid = tx.new_id();
    sqlx::query(
        "insert into customers.links (store_id, id, kind, email, customer_id, first_name, last_name, accepts_marketing, locale,
                                      next, order_id, asked_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    )
    .bind(store.0)
    .bind(id)
    .bind(link.kind.code())
    .bind(normalize_email(link.email))
    .bind(link.customer.map(|customer| customer.0))
    .bind(link.first_name.trim())
    .bind(link.last_name.trim())
    .bind(link.accepts_marketing)
    .bind(link.locale.code())
    .bind(link.next)
    .bind(link.order.map(|order| order.0))
    .bind(now)
    .bind(now + valid_for(link.kind))
    .execute(tx.conn())
    .await?;
    tx.enqueue(&WriteLink { link: id, locale: link.locale }).await
}

/// How long a link works.
const fn valid_for(kind: LinkKind) -> Duration {
    match kind {
        LinkKind::Registration | LinkKind::Email => Duration::hours(24),
        LinkKind::Password => Duration::hours(2),
    }
}

/// A link that works.
#[derive(sqlx::FromRow)]
pub struct Link {
    pub id: Uuid,
    pub email: String,
    pub customer_id: Uuid,
    pub first_name: String,
    pub last_name: String,
    pub accepts_marketing: bool,
    pub next: String,
    pub order_id: Option<Uuid>,
    is_used: bool,
    is_expired: bool,
}

/// The link with this token. Reading does not use it: programs that look through mail open links too.
///
/// # Errors
///
/// `link_used` for one that was used; `link_expired` for one that is too old, or none of this store's.
pub async fn find(tx: &mut Tx, kind: LinkKind, token: &str) -> Result<Link> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let link: Option<Link> = sqlx::query_as(
        "select l.id, l.email, l.customer_id, coalesce(nullif(l.first_name, ''), c.first_name) as first_name,
                coalesce(nullif(l.last_name, ''), c.last_name) as last_name, l.accepts_marketing, l.next, l.order_id,
                l.used_at is not null as is_used, l.expires_at <= $4 or c.locked_at is not null as is_expired
         from customers.links l join customers.customers c on c.store_id = l.store_id and c.id = l.customer_id
         where l.store_id = $1 and l.token_hash = $2 and l.kind = $3",
    )
    .bind(store.0)
    .bind(one_time_token::hash(token))
    .bind(kind.code())
    .bind(now)
    .fetch_optional(tx.conn())
    .await?;
    match link {
        Some(link) if link.is_used => Err(AppError::invalid("link_used").into()),
        Some(link) if !link.is_expired => Ok(link),
        _ => Err(AppError::invalid("link_expired").into()),
    }
}

/// What the page behind a link shows.
///
/// # Errors
///
/// As [`find`].
pub async fn read_link(ctx: &Ctx, kind: LinkKind, token: &str) -> Result<LinkView> {
    let mut tx = ctx.begin().await?;
    let link = find(&mut tx, kind, token).await?;
    Ok(LinkView { email: link.email, first_name: link.first_name })
}

/// Uses a link, and with it all others that would open the same account: of several who follow it at once, one does.
///
/// # Errors
///
/// `link_used`.
pub async fn take(tx: &mut Tx, link: &Link) -> Result<()> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    // Two links of one customer that are followed at once would wait for each other.
    sqlx::query("select from customers.customers where store_id = $1 and id = $2 for update")
        .bind(store.0)
        .bind(link.customer_id)
        .execute(tx.conn())
        .await?;
    let taken = sqlx::query(
        "update customers.links set used_at = $3 where store_id = $1 and id = $2 and used_at is null and expires_at > $3",
    )
    .bind(store.0)
    .bind(link.id)
    .bind(now)
    .execute(tx.conn())
    .await?;
    if taken.rows_affected() == 0 {
        return Err(AppError::invalid("link_used").into());
    }
    void(tx, CustomerId(link.customer_id)).await
}

/// No link that was sent before opens this customer's account any more.
pub async fn void(tx: &mut Tx, customer: CustomerId) -> Result<()> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    sqlx::query(
        "update customers.links set used_at = $3
         where store_id = $1 and customer_id = $2 and used_at is null and token_hash is not null",
    )
    .bind(store.0)
    .bind(customer.0)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}
