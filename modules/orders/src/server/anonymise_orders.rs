//! Takes out of orders what they know of somebody who has had their account deleted. Goods, amounts, dates and the places the
//! tax depends on stay.

use std::sync::Arc;

use futures::future::BoxFuture;
use orion_kernel::{AppError, CustomerId};
use orion_runtime::{App, Result, Schedule, Tx, scope::Platform};
use sqlx::PgConnection;
use uuid::Uuid;

/// Every night, for orders that have been finished since.
pub const SCHEDULE: Schedule = Schedule { name: "orders.anonymise", module: "orders", cron: "20 3 * * *", enqueue };

fn enqueue<'a>(
    _: &'a App,
    conn: &'a mut PgConnection,
    platforms: &'a [Arc<Platform>],
) -> BoxFuture<'a, Result<(), AppError>> {
    Box::pin(async move { Ok(anonymise_finished(conn, platforms).await?) })
}

/// The customer is gone. Finished orders are anonymised at once; those that have yet to be sent keep the address until then.
pub async fn forget_customer(tx: &mut Tx, customer: CustomerId) -> Result<()> {
    let store = tx.ctx().store_id()?;
    sqlx::query(
        "update orders.orders set is_forgotten = true, customer_id = null where store_id = $1 and customer_id = $2",
    )
    .bind(store.0)
    .bind(customer.0)
    .execute(tx.conn())
    .await?;
    anonymise(tx.conn(), &[store.0]).await
}

/// Anonymises what has been finished since its customer went, on these platforms, in a transaction that sees all stores.
pub async fn anonymise_finished(conn: &mut PgConnection, platforms: &[Arc<Platform>]) -> Result<()> {
    let platforms: Vec<Uuid> = platforms.iter().map(|platform| platform.id.0).collect();
    let stores: Vec<Uuid> = sqlx::query_scalar(
        "select distinct o.store_id from orders.orders o join tenancy.stores s on s.id = o.store_id
         where o.is_forgotten and s.platform_id = any($1)",
    )
    .bind(platforms)
    .fetch_all(&mut *conn)
    .await?;
    anonymise(conn, &stores).await
}

async fn anonymise(conn: &mut PgConnection, stores: &[Uuid]) -> Result<()> {
    sqlx::query(
        r#"update orders.orders
           set is_forgotten = false, email = '', customer_name = '', note = '',
               shipping_address = shipping_address || '{"first_name": "", "last_name": "", "company": "", "line1": "",
                                                        "line2": "", "phone": ""}',
               billing_address = billing_address || '{"first_name": "", "last_name": "", "company": "", "line1": "",
                                                      "line2": "", "phone": ""}'
           where store_id = any($1) and is_forgotten and status <> 'open'"#,
    )
    .bind(stores)
    .execute(conn)
    .await?;
    Ok(())
}
