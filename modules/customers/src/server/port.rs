//! What other modules ask of customers.

use async_trait::async_trait;
use orion_contracts::customers::{CustomerView, Customers};
use orion_kernel::{AppError, CustomerId, Locale, Work};
use orion_runtime::{Result as Outcome, Tx};
use uuid::Uuid;

use super::{forms::normalize_email, stored};

/// The port's implementation.
pub struct CustomersPort;

#[async_trait]
impl Customers for CustomersPort {
    async fn customer(&self, work: &mut dyn Work, id: CustomerId) -> Result<Option<CustomerView>, AppError> {
        Ok(find(Tx::of(work), Some(id), None).await?)
    }

    async fn by_email(&self, work: &mut dyn Work, email: &str) -> Result<Option<CustomerView>, AppError> {
        Ok(find(Tx::of(work), None, Some(normalize_email(email))).await?)
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    email: String,
    first_name: String,
    last_name: String,
    locale: String,
    is_verified: bool,
    can_sign_in: bool,
}

async fn find(tx: &mut Tx, id: Option<CustomerId>, email: Option<String>) -> Outcome<Option<CustomerView>> {
    let store = tx.ctx().store_id()?;
    let row: Option<Row> = sqlx::query_as(
        "select id, email, first_name, last_name, locale, verified_at is not null as is_verified,
                password_phc is not null and locked_at is null as can_sign_in
         from customers.customers
         where store_id = $1 and ($2::uuid is null or id = $2) and ($3::text is null or email = $3)",
    )
    .bind(store.0)
    .bind(id.map(|id| id.0))
    .bind(email)
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else { return Ok(None) };
    let addresses = stored::addresses(tx, store, CustomerId(row.id)).await?;
    Ok(Some(CustomerView {
        id: CustomerId(row.id),
        email: row.email,
        first_name: row.first_name,
        last_name: row.last_name,
        locale: Locale::from_code(&row.locale).unwrap_or_else(|| tx.ctx().locale()),
        is_verified: row.is_verified,
        can_sign_in: row.can_sign_in,
        default_address: addresses.into_iter().find(|address| address.is_default).map(|address| address.address),
    }))
}
