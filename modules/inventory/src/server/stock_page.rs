//! Why is this many on hand?

use orion_contracts::{ProductId, VariantId, catalog::Catalog};
use orion_kernel::{AppError, Page, Paged};
use orion_runtime::{Ctx, Result, Tx};
use time::OffsetDateTime;
use uuid::Uuid;

use super::stored::Stored;
use crate::{
    model::{Figures, Reason},
    views::{Movement, StockRow, VariantStock},
};

#[derive(sqlx::FromRow)]
struct LevelRow {
    product_id: Uuid,
    #[sqlx(flatten)]
    stored: Stored,
}

#[derive(sqlx::FromRow)]
struct MovementRow {
    delta: i64,
    balance: i64,
    #[sqlx(try_from = "String")]
    reason: Reason,
    reference: String,
    note: String,
    actor_name: String,
    at: OffsetDateTime,
}

/// A variant with its history.
///
/// # Errors
///
/// `NotFound`.
pub async fn stock_page(ctx: &Ctx, variant: VariantId, page: Page) -> Result<VariantStock> {
    let mut tx = ctx.begin().await?;
    let level = level(&mut tx, variant).await?;
    let named = ctx.port::<dyn Catalog>().variants(&mut tx, &[variant], ctx.locale()).await?.remove(&variant);
    let (mut stock, mut product_id) = match level {
        Some(level) => (StockRow::from(level.stored), ProductId(level.product_id)),
        None => (unknown(variant), ProductId(Uuid::nil())),
    };
    match named {
        Some(named) => {
            (stock.title, stock.variant_title, stock.sku) = (named.product_title, named.variant_title, named.sku);
            product_id = named.product_id;
        }
        None if stock.title.is_empty() => return Err(AppError::not_found().into()),
        None => {}
    }
    let movements = movements(&mut tx, variant, page).await?;
    Ok(VariantStock { stock, product_id, movements })
}

async fn level(tx: &mut Tx, variant: VariantId) -> Result<Option<LevelRow>> {
    let store = tx.ctx().store_id()?;
    Ok(sqlx::query_as("select * from inventory.stock_levels where store_id = $1 and variant_id = $2")
        .bind(store.0)
        .bind(variant.0)
        .fetch_optional(tx.conn())
        .await?)
}

/// A variant of the catalogue that nobody has set here yet.
fn unknown(variant_id: VariantId) -> StockRow {
    StockRow {
        variant_id,
        title: String::new(),
        variant_title: String::new(),
        sku: String::new(),
        figures: Figures { is_counted: false, on_hand: 0, reserved: 0, threshold: 0 },
    }
}

async fn movements(tx: &mut Tx, variant: VariantId, page: Page) -> Result<Paged<Movement>> {
    let store = tx.ctx().store_id()?;
    let total = sqlx::query_scalar("select count(*) from inventory.movements where store_id = $1 and variant_id = $2")
        .bind(store.0)
        .bind(variant.0)
        .fetch_one(tx.conn())
        .await?;
    let rows: Vec<MovementRow> = sqlx::query_as(
        "select delta, balance, reason, reference, note, actor_name, at from inventory.movements
         where store_id = $1 and variant_id = $2 order by id desc limit $3 offset $4",
    )
    .bind(store.0)
    .bind(variant.0)
    .bind(page.limit())
    .bind(page.offset())
    .fetch_all(tx.conn())
    .await?;
    Ok(Paged { items: rows.into_iter().map(Movement::from).collect(), total, page })
}

impl From<MovementRow> for Movement {
    fn from(row: MovementRow) -> Self {
        Self {
            delta: row.delta,
            balance: row.balance,
            reason: row.reason,
            reference: row.reference,
            note: row.note,
            actor: row.actor_name,
            at: row.at,
        }
    }
}
