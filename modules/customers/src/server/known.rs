//! Who is known by an address, as far as mails to them go.

use orion_kernel::CustomerId;
use orion_runtime::{Result, Tx};
use uuid::Uuid;

/// A customer, as far as mails to them go.
pub struct Known {
    /// The customer.
    pub id: CustomerId,
    /// Their address.
    pub email: String,
    /// Whether there is a password.
    pub has_account: bool,
    /// Whether they have registered and not confirmed yet, so that there is nothing to lose.
    pub is_pending: bool,
    /// Whether the merchant keeps them out.
    pub is_locked: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    email: String,
    has_account: bool,
    is_pending: bool,
    is_locked: bool,
}

/// The store's customer with this id.
pub async fn customer(tx: &mut Tx, id: CustomerId) -> Result<Option<Known>> {
    find(tx, Some(id), None).await
}

/// The store's customer with this address, which is in small letters.
pub async fn customer_with(tx: &mut Tx, email: &str) -> Result<Option<Known>> {
    find(tx, None, Some(email)).await
}

async fn find(tx: &mut Tx, id: Option<CustomerId>, email: Option<&str>) -> Result<Option<Known>> {
    let store = tx.ctx().store_id()?;
    let row: Option<Row> = sqlx::query_as(
        "select id, email, password_phc is not null as has_account, locked_at is not null as is_locked,
                password_phc is null and registered_at is not null and verified_at is null as is_pending
         from customers.customers
         where store_id = $1 and ($2::uuid is null or id = $2) and ($3::text is null or email = $3)",
    )
    .bind(store.0)
    .bind(id.map(|id| id.0))
    .bind(email)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Known {
        id: CustomerId(row.id),
        email: row.email,
        has_account: row.has_account,
        is_pending: row.is_pending,
        is_locked: row.is_locked,
    }))
}
