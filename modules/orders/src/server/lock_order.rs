//! Takes an order for a change: whoever comes second waits, and then sees what the first one did.

use orion_contracts::{OrderId, PaymentId};
use orion_kernel::{AppError, Currency, Money};
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use super::timeline::last_actor;
use crate::model::{Fulfilment, Payment, Refusal, States, Status};

/// An order nobody else can change until the transaction ends.
pub struct Locked {
    /// The order.
    pub id: OrderId,
    /// Its number.
    pub number: i64,
    /// What people call it.
    pub name: String,
    /// How it stands.
    pub states: States,
    /// What is to be paid.
    pub total: Money,
    /// What went back.
    pub refunded: Money,
    /// The payment.
    pub payment_id: Option<PaymentId>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    number: i64,
    name: String,
    #[sqlx(try_from = "String")]
    status: Status,
    #[sqlx(try_from = "String")]
    payment: Payment,
    #[sqlx(try_from = "String")]
    fulfilment: Fulfilment,
    total_minor: i64,
    refunded_minor: i64,
    currency: String,
    payment_id: Option<Uuid>,
}

/// Takes one order.
///
/// # Errors
///
/// `NotFound`.
pub async fn lock_order(tx: &mut Tx, id: OrderId) -> Result<Locked> {
    Ok(lock_orders(tx, &[id]).await?.pop().ok_or_else(AppError::not_found)?)
}

/// Takes several orders, in the order of their ids, so that two callers never wait for each other. Those that do not exist
/// are missing from the answer.
pub async fn lock_orders(tx: &mut Tx, ids: &[OrderId]) -> Result<Vec<Locked>> {
    let store = tx.ctx().store_id()?;
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows: Vec<Row> = sqlx::query_as(
        "select id, number, name, status, payment, fulfilment,
                total_minor, refunded_minor, currency, payment_id
         from orders.orders where store_id = $1 and id = any($2) order by id for update",
    )
    .bind(store.0)
    .bind(&ids)
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Row::locked).collect()
}

impl Row {
    fn locked(self) -> Result<Locked> {
        let currency: Currency = self.currency.parse().map_err(|_| AppError::internal())?;
        Ok(Locked {
            id: OrderId(self.id),
            number: self.number,
            name: self.name,
            states: States { status: self.status, payment: self.payment, fulfilment: self.fulfilment },
            total: Money::new(self.total_minor, currency),
            refunded: Money::new(self.refunded_minor, currency),
            payment_id: self.payment_id.map(PaymentId),
        })
    }
}

impl Locked {
    /// What could still be sent back.
    pub fn refundable(&self) -> Result<Money> {
        Ok(self.total.checked_sub(self.refunded)?)
    }

    /// Turns the model's refusal into an error that says who was first.
    ///
    /// # Errors
    ///
    /// `Conflict` with the refusal's code and the param `by`.
    pub async fn insist(&self, tx: &mut Tx, allowed: Result<(), Refusal>) -> Result<()> {
        let Err(refusal) = allowed else { return Ok(()) };
        let kind = match refusal {
            Refusal::Cancelled => "cancelled",
            Refusal::Fulfilled | Refusal::PartlySent => "fulfilled",
            Refusal::Paid => "paid",
            Refusal::NothingToRefund => "refunded",
        };
        let by = last_actor(tx, self.id, kind).await?;
        Err(AppError::conflict(refusal.code()).with("by", by).into())
    }

    /// Writes states and refunds back.
    pub async fn save(&self, tx: &mut Tx) -> Result<()> {
        let store = tx.ctx().store_id()?;
        sqlx::query(
            "update orders.orders set status = $3, payment = $4, fulfilment = $5, refunded_minor = $6
             where store_id = $1 and id = $2",
        )
        .bind(store.0)
        .bind(self.id.0)
        .bind(self.states.status.code())
        .bind(self.states.payment.code())
        .bind(self.states.fulfilment.code())
        .bind(self.refunded.minor)
        .execute(tx.conn())
        .await?;
        Ok(())
    }
}
