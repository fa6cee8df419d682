//! Changes where the store is at home: clock, measures, currency, the languages of its back office, its orders' numbers.

use orion_contracts::{orders::Orders, stores::StoreCurrencyChanged};
use orion_kernel::{AppError, Locale};
use orion_runtime::{Ctx, Result, zones};

use super::store_change::StoreChange;
use crate::{
    forms::{OrderNumbersInput, RegionInput, check_currency, check_locales},
    views::RegionSettings,
};

#[derive(sqlx::FromRow)]
struct Row {
    time_zone: String,
    unit_system: String,
    weight_unit: String,
    currency: String,
    order_prefix: String,
    order_suffix: String,
    order_start: i64,
    locales: Vec<String>,
    office_locales: Vec<String>,
}

/// Where the store is at home.
///
/// # Errors
///
/// `NotFound`; the database cannot be reached.
pub async fn region_settings(ctx: &Ctx) -> Result<RegionSettings> {
    let mut tx = ctx.begin().await?;
    let row: Option<Row> = sqlx::query_as(
        "select time_zone, unit_system, weight_unit, currency, order_prefix, order_suffix, order_start, locales, office_locales
         from tenancy.stores where id = $1",
    )
    .bind(ctx.store_id()?.0)
    .fetch_optional(tx.conn())
    .await?;
    let row = row.ok_or_else(AppError::not_found)?;
    let has_orders = ctx.port::<dyn Orders>().has_any(&mut tx).await?;
    let platform = ctx.scope().platform.locales.clone();
    let locales = |codes: &[String]| codes.iter().filter_map(|code| Locale::from_code(code)).collect::<Vec<_>>();
    let mut office = locales(&row.office_locales);
    office.retain(|locale| platform.contains(locale));
    Ok(RegionSettings {
        time_zone: row.time_zone,
        time_zones: zones::names(),
        unit_system: row.unit_system.parse()?,
        weight_unit: row.weight_unit.parse()?,
        currency: row.currency.parse().map_err(|_| AppError::internal())?,
        has_orders,
        order_prefix: row.order_prefix,
        order_suffix: row.order_suffix,
        order_start: row.order_start,
        locales: locales(&row.locales),
        office_locales: if office.is_empty() { platform.clone() } else { office },
        platform_locales: platform,
    })
}

/// Changes clock and measures.
///
/// # Errors
///
/// What is wrong with which field.
pub async fn save_region(ctx: &Ctx, input: &RegionInput) -> Result<()> {
    let (system, unit) = input.check()?;
    if zones::zone(&input.time_zone, ctx.now()).is_none() {
        return Err(AppError::field("time_zone", "invalid_choice").into());
    }
    let mut change = StoreChange::begin(ctx).await?;
    sqlx::query("update tenancy.stores set time_zone = $2, unit_system = $3, weight_unit = $4 where id = $1")
        .bind(ctx.store_id()?.0)
        .bind(&input.time_zone)
        .bind(system.code())
        .bind(unit.code())
        .execute(change.tx.conn())
        .await?;
    change.commit("tenancy.store_region_changed").await
}

/// Changes the currency, while there are no orders: they would be in another than the store's.
///
/// # Errors
///
/// `store_has_orders`; what is wrong with which field.
pub async fn save_currency(ctx: &Ctx, currency: &str) -> Result<()> {
    let currency = check_currency(currency)?;
    let mut change = StoreChange::begin(ctx).await?;
    if change.was("currency") == currency.code() {
        return Ok(());
    }
    let orders = ctx.port::<dyn Orders>();
    if orders.has_any(&mut change.tx).await? {
        return Err(AppError::conflict("store_has_orders").into());
    }
    sqlx::query("update tenancy.stores set currency = $2 where id = $1")
        .bind(ctx.store_id()?.0)
        .bind(currency.code())
        .execute(change.tx.conn())
        .await?;
    change.tx.publish(&StoreCurrencyChanged { currency }).await?;
    change.commit("tenancy.store_currency_changed").await
}

/// Changes how orders are numbered from now on.
///
/// # Errors
///
/// What is wrong with which field.
pub async fn save_order_numbers(ctx: &Ctx, input: &OrderNumbersInput) -> Result<()> {
    input.check()?;
    let mut change = StoreChange::begin(ctx).await?;
    sqlx::query("update tenancy.stores set order_prefix = $2, order_suffix = $3, order_start = $4 where id = $1")
        .bind(ctx.store_id()?.0)
        .bind(input.prefix.trim())
        .bind(input.suffix.trim())
        .bind(input.start)
        .execute(change.tx.conn())
        .await?;
    change.commit("tenancy.store_order_numbers_changed").await
}

/// Changes the languages of the back office, among those that the platform speaks.
///
/// # Errors
///
/// What is wrong with which field.
pub async fn save_office_languages(ctx: &Ctx, default: &str, others: &[String]) -> Result<()> {
    let platform = &ctx.scope().platform.locales;
    let mut locales = check_locales(default, others)?;
    if locales.first().is_none_or(|locale| !platform.contains(locale)) {
        return Err(AppError::field("default", "invalid_choice").into());
    }
    locales.retain(|locale| platform.contains(locale));
    let codes: Vec<&str> = locales.into_iter().map(Locale::code).collect();
    let mut change = StoreChange::begin(ctx).await?;
    sqlx::query("update tenancy.stores set office_locales = $2 where id = $1")
        .bind(ctx.store_id()?.0)
        .bind(&codes)
        .execute(change.tx.conn())
        .await?;
    change.commit("tenancy.store_office_languages_changed").await
}
