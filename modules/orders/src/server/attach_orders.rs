//! Gives orders that were placed without signing in to the customer with their e-mail address, once that is shown to be theirs.

use orion_contracts::{OrderId, customers::Customers};
use orion_kernel::CustomerId;
use orion_runtime::{Result, Tx};

/// A customer has shown that their address is theirs: what was ordered with it in this store is theirs too. Doing it twice is
/// fine.
pub async fn attach_orders(tx: &mut Tx, customer: CustomerId) -> Result<()> {
    let customers = tx.ctx().port::<dyn Customers>();
    let Some(known) = customers.customer(tx, customer).await?.filter(|known| known.is_verified) else { return Ok(()) };
    let attached = sqlx::query(
        "update orders.orders set customer_id = $2
         where store_id = $1 and customer_id is null and lower(email) = $3 and not is_forgotten",
    )
    .bind(tx.ctx().store_id()?.0)
    .bind(customer.0)
    .bind(&known.email)
    .execute(tx.conn())
    .await?;
    if attached.rows_affected() > 0 {
        tx.audit("orders.attached", ("customer", customer), attached.rows_affected()).await?;
    }
    Ok(())
}

/// Somebody who has an account ordered without signing in. The order is theirs if they have shown that the address is.
pub async fn attach_new_order(tx: &mut Tx, order: OrderId) -> Result<()> {
    let store = tx.ctx().store_id()?;
    let email: Option<String> =
        sqlx::query_scalar("select email from orders.orders where store_id = $1 and id = $2 and customer_id is null")
            .bind(store.0)
            .bind(order.0)
            .fetch_optional(tx.conn())
            .await?;
    let Some(email) = email else { return Ok(()) };
    let customers = tx.ctx().port::<dyn Customers>();
    let Some(known) = customers.by_email(tx, &email).await?.filter(|known| known.is_verified) else { return Ok(()) };
    sqlx::query("update orders.orders set customer_id = $3 where store_id = $1 and id = $2 and customer_id is null")
        .bind(store.0)
        .bind(order.0)
        .bind(known.id.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}
