//! Checkouts as they are kept.

use orion_contracts::{CartId, CheckoutId, PaymentId, orders::NewOrder};
use orion_kernel::AppError;
use orion_runtime::{Result, Tx};
use sqlx::types::Json;
use uuid::Uuid;

use super::state::State;
use crate::forms::Draft;

/// A checkout.
pub struct Stored {
    /// The checkout.
    pub id: CheckoutId,
    /// The cart it is about.
    pub cart_id: CartId,
    /// What has been entered.
    pub draft: Draft,
    /// How it stands.
    pub state: State,
    /// The order to be, once paying has begun.
    pub frozen: Option<NewOrder>,
    /// The payment that counts.
    pub payment_id: Option<PaymentId>,
    /// Its method's code.
    pub payment_method: Option<String>,
    /// What went wrong last.
    pub error_code: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    cart_id: Uuid,
    draft: Json<Draft>,
    #[sqlx(try_from = "String")]
    state: State,
    frozen: Option<Json<NewOrder>>,
    payment_id: Option<Uuid>,
    payment_method: Option<String>,
    error_code: Option<String>,
}

impl From<Row> for Stored {
    fn from(row: Row) -> Self {
        Self {
            id: CheckoutId(row.id),
            cart_id: CartId(row.cart_id),
            draft: row.draft.0,
            state: row.state,
            frozen: row.frozen.map(|frozen| frozen.0),
            payment_id: row.payment_id.map(PaymentId),
            payment_method: row.payment_method,
            error_code: row.error_code,
        }
    }
}

/// A checkout of the transaction's store.
pub async fn find(tx: &mut Tx, id: CheckoutId) -> Result<Option<Stored>> {
    one(
        tx,
        id,
        "select id, cart_id, draft, state, frozen, payment_id, payment_method, error_code
         from checkout.checkouts where store_id = $1 and id = $2",
    )
    .await
}

/// A checkout that nobody else can change until the transaction ends.
pub async fn lock(tx: &mut Tx, id: CheckoutId) -> Result<Option<Stored>> {
    one(
        tx,
        id,
        "select id, cart_id, draft, state, frozen, payment_id, payment_method, error_code
         from checkout.checkouts where store_id = $1 and id = $2 for update",
    )
    .await
}

async fn one(tx: &mut Tx, id: CheckoutId, query: &'static str) -> Result<Option<Stored>> {
    let store = tx.ctx().store_id()?;
    let row: Option<Row> = sqlx::query_as(query).bind(store.0).bind(id.0).fetch_optional(tx.conn()).await?;
    Ok(row.map(Stored::from))
}

/// Keeps what was entered for a cart, and takes its checkout: whoever comes second waits here, and then sees what the first one
/// did. What is an order already stays as it is. A new one gets the id that the browser knows, unless another cart has it.
pub async fn keep(tx: &mut Tx, known: CheckoutId, cart: CartId, draft: &Draft) -> Result<Stored> {
    let ctx = tx.ctx().clone();
    let row: Row = sqlx::query_as(
        "insert into checkout.checkouts as c (store_id, id, cart_id, locale, draft, state, created_at, updated_at)
         values ($1, case when exists (select from checkout.checkouts where store_id = $1 and id = $2) then $7 else $2 end, $3, $4,
             $5, 'open', $6, $6)
         on conflict (store_id, cart_id) where state <> 'expired' do update
         set draft = case when c.state = 'completed' then c.draft else excluded.draft end,
             locale = case when c.state = 'completed' then c.locale else excluded.locale end,
             updated_at = excluded.updated_at
         returning id, cart_id, draft, state, frozen, payment_id, payment_method, error_code",
    )
    .bind(ctx.store_id()?.0)
    .bind(known.0)
    .bind(cart.0)
    .bind(ctx.locale().code())
    .bind(Json(draft))
    .bind(ctx.now())
    .bind(ctx.new_id::<CheckoutId>().0)
    .fetch_one(tx.conn())
    .await?;
    Ok(row.into())
}

/// The shopper goes to pay.
pub async fn begin_paying(
    tx: &mut Tx,
    id: CheckoutId,
    order: &NewOrder,
    payment: PaymentId,
    method: &str,
) -> Result<()> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let changed = sqlx::query(
        "update checkout.checkouts
         set state = 'paying', frozen = $3, payment_id = $4, payment_method = $5, error_code = null, updated_at = $6
         where store_id = $1 and id = $2 and state in ('open', 'paying')",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(Json(order))
    .bind(payment.0)
    .bind(method)
    .bind(now)
    .execute(tx.conn())
    .await?;
    expect_one(changed.rows_affected())
}

/// It is an order now, which holds everything about the person; here it is forgotten.
pub async fn complete(
    tx: &mut Tx,
    id: CheckoutId,
    number: &str,
    payment: Option<PaymentId>,
    method: Option<&str>,
) -> Result<()> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    let changed = sqlx::query(
        "update checkout.checkouts
         set state = 'completed', order_number = $3, payment_id = $4, payment_method = coalesce($5, payment_method),
             draft = '{}', frozen = null, error_code = null, updated_at = $6
         where store_id = $1 and id = $2 and state in ('open', 'paying')",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(number)
    .bind(payment.map(|payment| payment.0))
    .bind(method)
    .bind(now)
    .execute(tx.conn())
    .await?;
    expect_one(changed.rows_affected())
}

/// It was not paid after all; the shopper can try again. The order to be is kept, for money that comes late.
pub async fn reopen(tx: &mut Tx, id: CheckoutId, error_code: &str) -> Result<()> {
    let (store, now) = (tx.ctx().store_id()?, tx.now());
    sqlx::query(
        "update checkout.checkouts set state = 'open', error_code = $3, updated_at = $4
         where store_id = $1 and id = $2 and state in ('open', 'paying')",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(error_code)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

fn expect_one(rows: u64) -> Result<()> {
    if rows == 1 { Ok(()) } else { Err(AppError::internal().into()) }
}
