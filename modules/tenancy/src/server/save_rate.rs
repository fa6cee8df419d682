//! Adds a way of shipping, or changes one.

use orion_kernel::AppError;
use orion_runtime::{Ctx, Result, Tx};
use serde_json::json;
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    forms::{RateInput, ValidRate},
    model::code_of,
    views::RateId,
};

/// The most ways of shipping a store offers.
const MOST: i64 = 20;

/// Adds a rate without an id, or changes the one with it. The code of a rate never changes.
///
/// # Errors
///
/// What is wrong with which field; `NotFound`; `Conflict` `too_many_rates`.
pub async fn save_rate(ctx: &Ctx, id: Option<RateId>, input: &RateInput) -> Result<()> {
    let store = ctx.store()?;
    let rate = input.check(store.currency, &store.locales)?;
    let mut tx = ctx.begin().await?;
    let id = match id {
        Some(id) => change(&mut tx, id, &rate).await?,
        None => add(&mut tx, &rate).await?,
    };
    let after = json!({ "name": rate.names, "price_minor": rate.price_minor, "free_from_minor": rate.free_from_minor });
    tx.audit("tenancy.shipping_rate_saved", ("shipping_rate", id), after).await?;
    tx.commit().await
}

async fn change(tx: &mut Tx, id: RateId, rate: &ValidRate) -> Result<Uuid> {
    let store = tx.ctx().store_id()?;
    let changed = sqlx::query(
        "update tenancy.shipping_rates set name = $3, price_minor = $4, free_from_minor = $5, delivery_days = $6
         where store_id = $1 and id = $2",
    )
    .bind(store.0)
    .bind(id.0)
    .bind(Json(&rate.names))
    .bind(rate.price_minor)
    .bind(rate.free_from_minor)
    .bind(&rate.delivery_days)
    .execute(tx.conn())
    .await?;
    if changed.rows_affected() == 0 { Err(AppError::not_found().into()) } else { Ok(id.0) }
}

async fn add(tx: &mut Tx, rate: &ValidRate) -> Result<Uuid> {
    let store = tx.ctx().store_id()?;
    let taken: Vec<(String, i32)> =
        sqlx::query_as("select code, position from tenancy.shipping_rates where store_id = $1 for update")
            .bind(store.0)
            .fetch_all(tx.conn())
            .await?;
    if i64::try_from(taken.len()).unwrap_or(MOST) >= MOST {
        return Err(AppError::conflict("too_many_rates").with("max", MOST).into());
    }
    let position = taken.iter().map(|(_, position)| *position).max().unwrap_or_default() + 1;
    let id: Uuid = tx.new_id();
    sqlx::query(
        "insert into tenancy.shipping_rates (store_id, id, code, name, price_minor, free_from_minor, delivery_days, position)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(store.0)
    .bind(id)
    .bind(free_code(&rate.code_name, &taken))
    .bind(Json(&rate.names))
    .bind(rate.price_minor)
    .bind(rate.free_from_minor)
    .bind(&rate.delivery_days)
    .bind(position)
    .execute(tx.conn())
    .await?;
    Ok(id)
}

/// The name's code, with a number when the store has it already.
fn free_code(name: &str, taken: &[(String, i32)]) -> String {
    let code = match code_of(name) {
        code if code.is_empty() => "shipping".to_owned(),
        code => code,
    };
    let is_free = |code: &str| taken.iter().all(|(other, _)| other != code);
    if is_free(&code) {
        return code;
    }
    (2..).map(|number| format!("{code}-{number}")).find(|code| is_free(code)).unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::free_code;

    #[test]
    fn a_code_is_given_once() {
        let taken = [("express".to_owned(), 1), ("express-2".to_owned(), 2)];
        assert_eq!(free_code("Express", &taken), "express-3");
        assert_eq!(free_code("Pick up", &taken), "pick-up");
        assert_eq!(free_code("急", &taken), "shipping");
    }
}
