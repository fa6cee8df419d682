//! Who is behind a customer's session?

use async_trait::async_trait;
use orion_kernel::Locale;
use orion_runtime::{
    App, Principal, PrincipalKind, Result,
    ctx::begin_unscoped,
    directory::Identity,
    scope::{Platform, Store},
};
use uuid::Uuid;

/// Knows the customers of every store.
pub struct Customers;

#[derive(sqlx::FromRow)]
struct Row {
    email: String,
    first_name: String,
    last_name: String,
    locale: String,
}

#[async_trait]
impl Identity for Customers {
    fn kind(&self) -> PrincipalKind {
        PrincipalKind::Customer
    }

    async fn principal(&self, app: &App, _: &Platform, store: Option<&Store>, id: Uuid) -> Result<Option<Principal>> {
        let Some(store) = store else { return Ok(None) };
        let mut tx = begin_unscoped(app).await?;
        let row: Option<Row> = sqlx::query_as(
            "select email, first_name, last_name, locale from customers.customers
             where store_id = $1 and id = $2 and password_phc is not null and locked_at is null",
        )
        .bind(store.id.0)
        .bind(id)
        .fetch_optional(&mut *tx)
        .await?;
        Ok(row.map(|row| Principal {
            name: format!("{} {}", row.first_name, row.last_name).trim().to_owned(),
            email: row.email,
            locale: Locale::from_code(&row.locale),
            ..Principal::new(PrincipalKind::Customer, id)
        }))
    }
}
