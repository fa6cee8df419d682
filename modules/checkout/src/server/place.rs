//! Places the order: the order itself, its goods, the cart, the checkout, all or nothing.

use orion_contracts::{
    CartId, CheckoutId,
    carts::Carts,
    orders::{NewOrder, Orders},
    stock::{Stock, StockLine},
};
use orion_runtime::{Result, Tx, failpoint};

use super::stored;

/// What is placed.
pub struct Placing {
    /// The cart it comes from.
    pub cart: CartId,
    /// The order to be.
    pub order: NewOrder,
    /// The money is there.
    pub is_paid: bool,
}

/// Places an order and takes its goods, from what is held for the cart or else from what is there. Everybody takes the number
/// first and the goods second, so that nobody waits for each other.
///
/// # Errors
///
/// `Conflict` with `out_of_stock`; the caller rolls back.
pub async fn place(tx: &mut Tx, id: CheckoutId, placing: Placing, method: Option<&str>) -> Result<()> {
    let ctx = tx.ctx().clone();
    let lines = stock_lines(&placing.order);
    let payment = placing.order.payment_id;
    let order = NewOrder { is_paid: placing.is_paid, ..placing.order };
    let placed = ctx.port::<dyn Orders>().place(tx, order).await?;
    failpoint("checkout.after_place").await?;
    ctx.port::<dyn Stock>().claim(tx, placing.cart.0, &lines, &placed.name).await?;
    failpoint("checkout.after_claim").await?;
    ctx.port::<dyn Carts>().close(tx, placing.cart).await?;
    stored::complete(tx, id, &placed.number, payment, method).await?;
    failpoint("checkout.after_complete").await?;
    Ok(())
}

/// What of stock an order takes.
pub fn stock_lines(order: &NewOrder) -> Vec<StockLine> {
    order.lines.iter().map(|line| StockLine { variant_id: line.variant_id, quantity: line.quantity }).collect()
}
