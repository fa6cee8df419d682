//! A product's pictures: adding them, their order and what they show, fetching them again.

use bytes::Bytes;
use orion_contracts::{MediaId, ProductId};
use orion_kernel::{AppError, Check};
use orion_runtime::{Ctx, Result, Tx};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{fetch_pictures::fetch_pictures_soon, keep_picture::keep_picture};
use crate::forms::{PictureFields, picture_field};

/// Most pictures of a product.
const MAX_PICTURES: i64 = 100;

/// Adds pictures after those that are there.
///
/// # Errors
///
/// `NotFound`; `Invalid` when one is no picture.
pub async fn add_pictures(ctx: &Ctx, product: ProductId, files: Vec<Bytes>) -> Result<()> {
    if files.is_empty() {
        return Err(AppError::field("pictures", "no_file").into());
    }
    let mut kept = Vec::with_capacity(files.len());
    for file in files {
        kept.push(keep_picture(ctx, file).await.map_err(|error| match error.code.as_ref() {
            "too_large" | "picture_too_large" => AppError::field("pictures", "picture_too_large"),
            "no_picture" | "file_type_unknown" => AppError::field("pictures", "no_picture"),
            _ => error,
        })?);
    }
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    let last: i64 = sqlx::query_scalar(
        "select coalesce((select max(position) from catalog.media where store_id = $1 and product_id = $2), 0)::bigint
        from catalog.products where store_id = $1 and id = $2 for update",
    )
    .bind(store.0)
    .bind(product.0)
    .fetch_optional(tx.conn())
    .await?
    .ok_or_else(AppError::not_found)?;
    if last + i64::try_from(kept.len()).unwrap_or(i64::MAX) > MAX_PICTURES {
        return Err(AppError::field("pictures", "too_many_pictures").with("max", MAX_PICTURES).into());
    }
    let rows = kept.into_iter().zip(last + 1..).map(|((file, width, height), position)| {
        json!({ "id": ctx.new_id::<MediaId>(), "position": position, "file": file, "width": width, "height": height })
    });
    sqlx::query(
        "insert into catalog.media (store_id, id, product_id, position, state, file, width, height)
        select $1, r.id, $2, r.position, 'stored', r.file, r.width, r.height
        from jsonb_to_recordset($3) r(id uuid, position integer, file text, width integer, height integer)",
    )
    .bind(store.0)
    .bind(product.0)
    .bind(Value::Array(rows.collect()))
    .execute(tx.conn())
    .await?;
    tx.audit("products.pictures_added", ("product", product), ()).await?;
    tx.commit().await
}

/// Saves order, descriptions and removals.
///
/// # Errors
///
/// `NotFound`; `Invalid` when a description is too long.
pub async fn save_pictures(ctx: &Ctx, product: ProductId, pictures: &[PictureFields]) -> Result<()> {
    let mut check = Check::new();
    for (row, picture) in pictures.iter().enumerate() {
        check.text(picture_field(row, "alt"), &picture.alt, 0..=512);
        check.range(picture_field(row, "position"), picture.position, 1..=999);
    }
    check.finish()?;
    let store = ctx.store_id()?;
    let removed: Vec<Uuid> = pictures.iter().filter(|picture| picture.remove).map(|picture| picture.id.0).collect();
    let mut kept: Vec<&PictureFields> = pictures.iter().filter(|picture| !picture.remove).collect();
    kept.sort_by_key(|picture| picture.position);
    let rows = kept
        .iter()
        .enumerate()
        .map(|(place, picture)| json!({ "id": picture.id, "alt": picture.alt.trim(), "position": place + 1 }));
    let mut tx = ctx.begin().await?;
    find_product(&mut tx, product).await?;
    sqlx::query("delete from catalog.media where store_id = $1 and product_id = $2 and id = any($3)")
        .bind(store.0)
        .bind(product.0)
        .bind(&removed)
        .execute(tx.conn())
        .await?;
    sqlx::query(
        "update catalog.media m set alt = r.alt, position = r.position
        from jsonb_to_recordset($3) r(id uuid, alt text, position integer)
        where m.store_id = $1 and m.product_id = $2 and m.id = r.id",
    )
    .bind(store.0)
    .bind(product.0)
    .bind(Value::Array(rows.collect()))
    .execute(tx.conn())
    .await?;
    tx.audit("products.pictures_changed", ("product", product), ()).await?;
    tx.commit().await
}

/// Has those pictures fetched again that could not be had.
///
/// # Errors
///
/// `NotFound`.
pub async fn fetch_pictures_again(ctx: &Ctx, product: ProductId) -> Result<()> {
    let mut tx = ctx.begin().await?;
    find_product(&mut tx, product).await?;
    sqlx::query(
        "update catalog.media set state = 'pending', error = null, claimed_until = null
        where store_id = $1 and product_id = $2 and state = 'unreachable' and source ~ '^https?://'",
    )
    .bind(ctx.store_id()?.0)
    .bind(product.0)
    .execute(tx.conn())
    .await?;
    fetch_pictures_soon(&mut tx).await?;
    tx.commit().await
}

async fn find_product(tx: &mut Tx, product: ProductId) -> Result<()> {
    let store = tx.ctx().store_id()?;
    let exists: bool =
        sqlx::query_scalar("select exists (select from catalog.products where store_id = $1 and id = $2)")
            .bind(store.0)
            .bind(product.0)
            .fetch_one(tx.conn())
            .await?;
    if exists { Ok(()) } else { Err(AppError::not_found().into()) }
}
