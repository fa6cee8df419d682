//! Customers and addresses as they are stored.

use orion_contracts::customers::Address;
use orion_kernel::{CustomerId, StoreId};
use orion_runtime::{Result, Tx};
use uuid::Uuid;

use crate::{model::AddressId, views::SavedAddress};

/// An address as it is stored.
#[derive(sqlx::FromRow)]
pub struct AddressRow {
    id: Uuid,
    first_name: String,
    last_name: String,
    company: String,
    line1: String,
    line2: String,
    postcode: String,
    city: String,
    country: String,
    phone: String,
    is_default: bool,
}

impl AddressRow {
    /// As others see it.
    pub fn view(self) -> SavedAddress {
        SavedAddress {
            id: AddressId(self.id),
            is_default: self.is_default,
            address: Address {
                first_name: self.first_name,
                last_name: self.last_name,
                company: self.company,
                line1: self.line1,
                line2: self.line2,
                postcode: self.postcode,
                city: self.city,
                country: self.country,
                phone: self.phone,
            },
        }
    }
}

/// A customer's addresses, the default first, then the latest.
pub async fn addresses(tx: &mut Tx, store: StoreId, customer: CustomerId) -> Result<Vec<SavedAddress>> {
    let rows: Vec<AddressRow> = sqlx::query_as(
        "select id, first_name, last_name, company, line1, line2, postcode, city, country, phone, is_default
         from customers.addresses where store_id = $1 and customer_id = $2
         order by is_default desc, created_at desc, id",
    )
    .bind(store.0)
    .bind(customer.0)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(AddressRow::view).collect())
}
