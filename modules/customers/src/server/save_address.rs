//! A customer adds, changes and removes addresses. Whoever has any has one default.

use orion_contracts::customers::Address;
use orion_kernel::{AppError, CustomerId, StoreId};
use orion_runtime::{Ctx, Result, Tx};

use super::{forms::check_address, who::customer_of};
use crate::model::AddressId;

/// More than anybody lives at.
const MOST: i64 = 50;

/// Adds an address, or changes the one with the id. The first one is the default.
pub async fn save_address(ctx: &Ctx, id: Option<AddressId>, address: &Address, is_default: bool) -> Result<()> {
    check_address(address)?;
    let (store, customer) = (ctx.store_id()?, customer_of(ctx)?);
    let mut tx = ctx.begin().await?;
    let count = lock(&mut tx, store, customer).await?;
    let id = match id {
        Some(id) => {
            change(&mut tx, store, customer, id, address).await?;
            id
        }
        None if count >= MOST => return Err(AppError::conflict("too_many_addresses").into()),
        None => add(&mut tx, store, customer, address).await?,
    };
    if is_default || count == 0 {
        set_default(&mut tx, store, customer, id).await?;
    }
    tx.commit().await
}

/// Fills the address in first from now on.
pub async fn make_default(ctx: &Ctx, id: AddressId) -> Result<()> {
    let (store, customer) = (ctx.store_id()?, customer_of(ctx)?);
    let mut tx = ctx.begin().await?;
    lock(&mut tx, store, customer).await?;
    set_default(&mut tx, store, customer, id).await?;
    tx.commit().await
}

/// Removes the address; if it was the default, the latest of the others becomes it.
pub async fn remove_address(ctx: &Ctx, id: AddressId) -> Result<()> {
    let (store, customer) = (ctx.store_id()?, customer_of(ctx)?);
    let mut tx = ctx.begin().await?;
    lock(&mut tx, store, customer).await?;
    let was_default: Option<bool> = sqlx::query_scalar(
        "delete from customers.addresses where store_id = $1 and customer_id = $2 and id = $3 returning is_default",
    )
    .bind(store.0)
    .bind(customer.0)
    .bind(id.0)
    .fetch_optional(tx.conn())
    .await?;
    if was_default.ok_or_else(AppError::not_found)? {
        sqlx::query(
            "update customers.addresses set is_default = true
             where store_id = $1 and id = (select id from customers.addresses where store_id = $1 and customer_id = $2
                                           order by created_at desc, id limit 1)",
        )
        .bind(store.0)
        .bind(customer.0)
        .execute(tx.conn())
        .await?;
    }
    tx.commit().await
}

/// Two changes at a time would both think that there is no default. Says how many addresses there are.
async fn lock(tx: &mut Tx, store: StoreId, customer: CustomerId) -> Result<i64> {
    sqlx::query("select from customers.customers where store_id = $1 and id = $2 for update")
        .bind(store.0)
        .bind(customer.0)
        .execute(tx.conn())
        .await?;
    Ok(sqlx::query_scalar("select count(*) from customers.addresses where store_id = $1 and customer_id = $2")
        .bind(store.0)
        .bind(customer.0)
        .fetch_one(tx.conn())
        .await?)
}

async fn add(tx: &mut Tx, store: StoreId, customer: CustomerId, address: &Address) -> Result<AddressId> {
    let id: AddressId = tx.new_id();
    let now = tx.now();
    sqlx::query(
        "insert into customers.addresses (store_id, id, customer_id, first_name, last_name, company, line1, line2, postcode,
                                          city, country, phone, is_default, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, false, $13)",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(customer.0)
    .bind(address.first_name.trim())
    .bind(address.last_name.trim())
    .bind(address.company.trim())
    .bind(address.line1.trim())
    .bind(address.line2.trim())
    .bind(address.postcode.trim())
    .bind(address.city.trim())
    .bind(&address.country)
    .bind(address.phone.trim())
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(id)
}

async fn change(tx: &mut Tx, store: StoreId, customer: CustomerId, id: AddressId, address: &Address) -> Result<()> {
    let changed = sqlx::query(
        "update customers.addresses
         set first_name = $4, last_name = $5, company = $6, line1 = $7, line2 = $8, postcode = $9, city = $10, country = $11,
             phone = $12
         where store_id = $1 and customer_id = $2 and id = $3",
    )
    .bind(store.0)
    .bind(customer.0)
    .bind(id.0)
    .bind(address.first_name.trim())
    .bind(address.last_name.trim())
    .bind(address.company.trim())
    .bind(address.line1.trim())
    .bind(address.line2.trim())
    .bind(address.postcode.trim())
    .bind(address.city.trim())
    .bind(&address.country)
    .bind(address.phone.trim())
    .execute(tx.conn())
    .await?;
    if changed.rows_affected() == 0 { Err(AppError::not_found().into()) } else { Ok(()) }
}

/// In two steps: within one, the index could see two defaults for a moment.
async fn set_default(tx: &mut Tx, store: StoreId, customer: CustomerId, id: AddressId) -> Result<()> {
    sqlx::query(
        "update customers.addresses set is_default = false
         where store_id = $1 and customer_id = $2 and is_default and id <> $3",
    )
    .bind(store.0)
    .bind(customer.0)
    .bind(id.0)
    .execute(tx.conn())
    .await?;
    let chosen = sqlx::query(
        "update customers.addresses set is_default = true where store_id = $1 and customer_id = $2 and id = $3",
    )
    .bind(store.0)
    .bind(customer.0)
    .bind(id.0)
    .execute(tx.conn())
    .await?;
    if chosen.rows_affected() == 0 { Err(AppError::not_found().into()) } else { Ok(()) }
}

/// The first address of a customer.
pub(super) async fn add_default(tx: &mut Tx, store: StoreId, customer: CustomerId, address: &Address) -> Result<()> {
    let id = add(tx, store, customer, address).await?;
    set_default(tx, store, customer, id).await
}
