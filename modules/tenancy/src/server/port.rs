//! The stores' port for other modules.

use async_trait::async_trait;
use orion_contracts::stores::{OrderNumbers, StoreProfile, Stores, Terms};
use orion_kernel::{AppError, BasisPoints, Locale, Work};
use orion_runtime::{Result, Tx};

use super::shipping_rates;

/// Answers from the module's tables.
pub struct StoresPort;

#[async_trait]
impl Stores for StoresPort {
    async fn profile(&self, work: &mut dyn Work) -> Result<StoreProfile, AppError> {
        Ok(profile(Tx::of(work)).await?)
    }

    fn order_numbers(&self, work: &mut dyn Work) -> Result<OrderNumbers, AppError> {
        let numbers = Tx::of(work).ctx().store()?.order_numbers.clone();
        Ok(OrderNumbers { prefix: numbers.prefix, suffix: numbers.suffix, start: numbers.start })
    }

    async fn terms(&self, work: &mut dyn Work, locale: Locale) -> Result<Terms, AppError> {
        let tx = Tx::of(work);
        let currency = tx.ctx().store()?.currency;
        let fallback = tx.ctx().store()?.locales.first().copied().unwrap_or(Locale::En);
        let (tax_rate, rates) = shipping_rates::with_tax(tx).await?;
        let shipping = rates.into_iter().map(|rate| rate.view(locale, fallback, currency)).collect();
        Ok(Terms { tax_rate, shipping })
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    legal_name: String,
    street: String,
    postcode: String,
    city: String,
    vat_id: String,
    rcs: String,
    business_permit: String,
    email: String,
    phone: String,
    country: String,
    tax_rate_bp: i32,
}

async fn profile(tx: &mut Tx) -> Result<StoreProfile> {
    let store = tx.ctx().store_id()?;
    let row: Option<Row> = sqlx::query_as(
        "select name, legal_name, street, postcode, city, vat_id, rcs, business_permit, email, phone, country, tax_rate_bp
         from tenancy.stores where id = $1",
    )
    .bind(store.0)
    .fetch_optional(tx.conn())
    .await?;
    let row = row.ok_or_else(AppError::not_found)?;
    let logo = tx.ctx().store()?.logo.as_ref().map(|logo| logo.src.clone()).unwrap_or_default();
    let town = format!("{} {}", row.postcode, row.city);
    let address: Vec<&str> = [row.street.as_str(), town.trim()].into_iter().filter(|part| !part.is_empty()).collect();
    Ok(StoreProfile {
        address: address.join(", "),
        name: row.name,
        legal_name: row.legal_name,
        vat_id: row.vat_id,
        rcs: row.rcs,
        business_permit: row.business_permit,
        email: row.email,
        phone: row.phone,
        country: row.country,
        tax_rate: BasisPoints(row.tax_rate_bp),
        logo,
    })
}
