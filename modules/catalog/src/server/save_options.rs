//! Changes a product's options, and makes and removes variants accordingly.

use orion_contracts::{ProductId, VariantId};
use orion_kernel::AppError;
use orion_runtime::{Ctx, Result, Tx};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{add_to_stock::add_to_stock, refresh_products::refresh_products, save_product::lock_product};
use crate::{
    forms::{NewOption, OptionFields, check_options},
    model::{MAX_VARIANTS, Reshaped, reshape},
};

/// Saves the options' form.
///
/// # Errors
///
/// `NotFound`; `Invalid`; `Conflict` with `product_changed` when somebody else was quicker.
pub async fn save_options(ctx: &Ctx, id: ProductId, seen: &str, rows: &[OptionFields]) -> Result<()> {
    let options = check_options(rows)?;
    let count = options.iter().try_fold(1_usize, |count, option| count.checked_mul(option.values.len()));
    if count.is_none_or(|count| count > MAX_VARIANTS) {
        return Err(AppError::invalid("too_many_variants").with("max", MAX_VARIANTS).into());
    }
    let mut tx = ctx.begin().await?;
    lock_product(&mut tx, id, seen).await?;
    let store = ctx.store_id()?;
    let before: Vec<Vec<String>> = texts(
        sqlx::query_scalar(r#"select to_jsonb("values") from catalog.options where store_id = $1 and product_id = $2 order by position"#)
            .bind(store.0)
            .bind(id.0)
            .fetch_all(tx.conn())
            .await?,
    );
    let variants: Vec<(Uuid, Value)> = sqlx::query_as(
        "select id, to_jsonb(options) from catalog.variants where store_id = $1 and product_id = $2 order by position",
    )
    .bind(store.0)
    .bind(id.0)
    .fetch_all(tx.conn())
    .await?;
    let (ids, values): (Vec<Uuid>, Vec<Value>) = variants.into_iter().unzip();
    let shape: Vec<_> =
        options.iter().map(|option| (option.values.clone(), option.was.filter(|was| *was < before.len()))).collect();
    let all = reshape(&before, &texts(values), &shape);
    write_options(&mut tx, id, &options).await?;
    let (kept, new) = write_variants(&mut tx, id, &ids, &all).await?;
    sqlx::query("update catalog.products set updated_at = $3 where store_id = $1 and id = $2")
        .bind(store.0)
        .bind(id.0)
        .bind(ctx.now())
        .execute(tx.conn())
        .await?;
    refresh_products(&mut tx, &[id.0]).await?;
    add_to_stock(&mut tx, &new, &kept).await?;
    let names: Vec<&str> = options.iter().map(|option| option.name.as_str()).collect();
    tx.audit("products.options_changed", ("product", id), names).await?;
    tx.commit().await
}

/// Lists of texts as the database hands them over.
fn texts(values: Vec<Value>) -> Vec<Vec<String>> {
    values.into_iter().map(|value| serde_json::from_value(value).unwrap_or_default()).collect()
}

async fn write_options(tx: &mut Tx, id: ProductId, options: &[NewOption]) -> Result<()> {
    let store = tx.ctx().store_id()?;
    sqlx::query("delete from catalog.options where store_id = $1 and product_id = $2")
        .bind(store.0)
        .bind(id.0)
        .execute(tx.conn())
        .await?;
    let rows = options
        .iter()
        .enumerate()
        .map(|(place, option)| json!({ "position": place + 1, "name": option.name, "values": option.values }));
    sqlx::query(
        r#"insert into catalog.options (store_id, product_id, position, name, "values")
        select $1, $2, r.position, r.name, r."values" from jsonb_to_recordset($3) r(position smallint, name text, "values" text[])"#,
    )
    .bind(store.0)
    .bind(id.0)
    .bind(Value::Array(rows.collect()))
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The variants that were there before and those that are new. What is new costs what the first one costs, until it is priced.
async fn write_variants(
    tx: &mut Tx,
    id: ProductId,
    ids: &[Uuid],
    all: &[Reshaped],
) -> Result<(Vec<VariantId>, Vec<VariantId>)> {
    let store = tx.ctx().store_id()?;
    let (mut kept, mut new, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for (place, variant) in all.iter().enumerate() {
        let old = variant.from.and_then(|from| ids.get(from)).copied().map(VariantId);
        let own = old.unwrap_or_else(|| tx.new_id());
        if old.is_some() { &mut kept } else { &mut new }.push(own);
        rows.push(json!({ "id": own, "position": place + 1, "options": variant.values, "is_new": old.is_none() }));
    }
    let rows = Value::Array(rows);
    sqlx::query(
        "with model as (
            select price_minor, compare_at_minor, cost_minor, currency, weight_grams, weight_unit, requires_shipping, is_taxable, tax_code
            from catalog.variants where store_id = $1 and product_id = $2 order by position limit 1
        )
        insert into catalog.variants (store_id, id, product_id, position, options, price_minor, compare_at_minor, cost_minor,
            currency, weight_grams, weight_unit, requires_shipping, is_taxable, tax_code)
        select $1, r.id, $2, r.position, r.options, model.*
        from jsonb_to_recordset($3) r(id uuid, position integer, options text[], is_new boolean), model where r.is_new",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(&rows)
    .execute(tx.conn())
    .await?;
    sqlx::query(
        "update catalog.variants v set position = r.position, options = r.options
        from jsonb_to_recordset($3) r(id uuid, position integer, options text[], is_new boolean)
        where v.store_id = $1 and v.product_id = $2 and v.id = r.id and not r.is_new",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(&rows)
    .execute(tx.conn())
    .await?;
    let gone: Vec<Uuid> = ids.iter().filter(|id| !kept.contains(&VariantId(**id))).copied().collect();
    sqlx::query("delete from catalog.variants where store_id = $1 and product_id = $2 and id = any($3)")
        .bind(store.0)
        .bind(id.0)
        .bind(&gone)
        .execute(tx.conn())
        .await?;
    Ok((kept, new))
}
