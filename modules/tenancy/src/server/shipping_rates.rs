//! Which ways of shipping does the store offer?

use std::collections::BTreeMap;

use orion_contracts::stores::ShippingRate;
use orion_kernel::{AppError, BasisPoints, Currency, Locale, Money};
use orion_runtime::{Ctx, Result, Tx};
use serde::Deserialize;
use sqlx::types::Json;
use uuid::Uuid;

use crate::views::{RateId, RateRow};

/// A rate as the database has it.
#[derive(Deserialize, sqlx::FromRow)]
pub(super) struct StoredRate {
    id: Uuid,
    code: String,
    name: Json<BTreeMap<String, String>>,
    price_minor: i64,
    free_from_minor: Option<i64>,
    delivery_days: String,
}

/// The rates of the transaction's store, in order.
pub(super) async fn of_store(tx: &mut Tx) -> Result<Vec<StoredRate>> {
    let store = tx.ctx().store_id()?;
    Ok(sqlx::query_as(
        "select id, code, name, price_minor, free_from_minor, delivery_days
         from tenancy.shipping_rates where store_id = $1 order by position, id",
    )
    .bind(store.0)
    .fetch_all(tx.conn())
    .await?)
}

/// The rate of the store's tax, and its rates of shipping in order.
pub(super) async fn with_tax(tx: &mut Tx) -> Result<(BasisPoints, Vec<StoredRate>)> {
    let store = tx.ctx().store_id()?;
    let found: Option<(i32, Json<Vec<StoredRate>>)> = sqlx::query_as(
        "select tax_rate_bp, (
             select coalesce(jsonb_agg(to_jsonb(r) order by r.position, r.id), '[]')
             from tenancy.shipping_rates r where r.store_id = s.id
         )
         from tenancy.stores s where s.id = $1",
    )
    .bind(store.0)
    .fetch_optional(tx.conn())
    .await?;
    let (tax_rate_bp, rates) = found.ok_or_else(AppError::not_found)?;
    Ok((BasisPoints(tax_rate_bp), rates.0))
}

/// The store's rates for its settings, with their names in every language.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn list_rates(ctx: &Ctx) -> Result<Vec<RateRow>> {
    let currency = ctx.store()?.currency;
    let mut tx = ctx.begin().await?;
    let rates = of_store(&mut tx).await?;
    Ok(rates
        .into_iter()
        .map(|rate| RateRow {
            id: RateId(rate.id),
            names: rate.name.0,
            price: Money::new(rate.price_minor, currency),
            free_from: rate.free_from_minor.map(|minor| Money::new(minor, currency)),
            delivery_days: rate.delivery_days,
        })
        .collect())
}

impl StoredRate {
    /// In a language; without a name in it, in the store's own.
    pub(super) fn view(self, locale: Locale, fallback: Locale, currency: Currency) -> ShippingRate {
        let names = self.name.0;
        let named = |locale: Locale| names.get(locale.code()).filter(|name| !name.is_empty());
        let name = named(locale).or_else(|| named(fallback)).or_else(|| names.values().next()).cloned();
        ShippingRate {
            name: name.unwrap_or_else(|| self.code.clone()),
            code: self.code,
            delivery_days: self.delivery_days,
            price: Money::new(self.price_minor, currency),
            free_from: self.free_from_minor.map(|minor| Money::new(minor, currency)),
        }
    }
}
