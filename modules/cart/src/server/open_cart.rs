//! Which cart is open for somebody, and what is in it?

use orion_contracts::{CartId, VariantId};
use orion_kernel::{AppError, Money};
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use super::token::Bearer;

/// A line as it was put aside.
pub struct StoredLine {
    /// What.
    pub variant_id: VariantId,
    /// How many.
    pub quantity: i64,
    /// What it was called.
    pub title: String,
    /// What one cost.
    pub unit_price: Money,
}

#[derive(sqlx::FromRow)]
struct Row {
    cart_id: Uuid,
    variant_id: Option<Uuid>,
    quantity: Option<i64>,
    title: Option<String>,
    unit_price_minor: Option<i64>,
    currency: Option<String>,
}

/// The cart with its lines, oldest first, in one statement. A customer's own cart comes before one without a customer, and
/// opens for nobody else.
pub async fn open_cart(tx: &mut Tx, bearer: &Bearer) -> Result<Option<(CartId, Vec<StoredLine>)>> {
    if bearer.is_nobody() {
        return Ok(None);
    }
    let store = tx.ctx().store_id()?;
    let rows: Vec<Row> = sqlx::query_as(
        "select c.id as cart_id, l.variant_id, l.quantity, l.title, l.unit_price_minor, l.currency
         from (
             select store_id, id from cart.carts
             where store_id = $1 and state = 'open' and ((customer_id is null and token_hash = $2) or customer_id = $3)
             order by customer_id nulls last limit 1
         ) c
         left join cart.lines l on l.store_id = c.store_id and l.cart_id = c.id
         order by l.added_at, l.variant_id",
    )
    .bind(store.0)
    .bind(&bearer.token_hash)
    .bind(bearer.customer.map(|customer| customer.0))
    .fetch_all(tx.conn())
    .await?;
    let Some(id) = rows.first().map(|row| CartId(row.cart_id)) else { return Ok(None) };
    let lines = rows.into_iter().filter_map(Row::line).collect::<Result<_>>()?;
    Ok(Some((id, lines)))
}

impl Row {
    fn line(self) -> Option<Result<StoredLine>> {
        let (variant_id, quantity, title) = (VariantId(self.variant_id?), self.quantity?, self.title?);
        let (minor, currency) = (self.unit_price_minor?, self.currency?);
        let Ok(currency) = currency.parse() else { return Some(Err(AppError::internal().into())) };
        Some(Ok(StoredLine { variant_id, quantity, title, unit_price: Money::new(minor, currency) }))
    }
}
