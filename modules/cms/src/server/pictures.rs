//! The picture at the top of a storefront: reading, keeping and removing it.

use bytes::Bytes;
use orion_kernel::{AppError, StoreId};
use orion_runtime::{
    Ctx, Result, Tx,
    files::{Files, MAX_PICTURE_SIDE},
};
use orion_ui::Picture;

use super::cache;

/// How large a picture is taken to be whose file does not say; drawings scale.
const DRAWING: (i32, i32) = (1600, 900);

/// The picture a store has chosen.
pub async fn hero(tx: &mut Tx, store: StoreId) -> Result<Option<Picture>> {
    let row: Option<(String, i32, i32)> =
        sqlx::query_as("select path, width, height from cms.store_pictures where store_id = $1 and place = 'hero'")
            .bind(store.0)
            .fetch_optional(tx.conn())
            .await?;
    // It stands beside the sentence it illustrates, so it has no text of its own.
    Ok(row.map(|(path, width, height)| Picture::new(path, "", width.unsigned_abs(), height.unsigned_abs())))
}

/// Keeps a new picture in place of the one there was.
pub async fn set_hero(ctx: &Ctx, bytes: Bytes) -> Result<()> {
    let store = ctx.store_id()?;
    if bytes.is_empty() {
        return Err(AppError::field("file", "required").into());
    }
    let (width, height) = dimensions(&bytes);
    if width.max(height).unsigned_abs() > MAX_PICTURE_SIDE {
        return Err(AppError::field("file", "picture_too_large").into());
    }
    let name = ctx.app().files().put(store.0, bytes).await?;
    if !name.kind().is_picture() {
        return Err(AppError::field("file", "file_type_unknown").into());
    }
    let mut tx = ctx.begin().await?;
    sqlx::query(
        "insert into cms.store_pictures (store_id, place, path, width, height) values ($1, 'hero', $2, $3, $4)
         on conflict (store_id, place)
         do update set path = excluded.path, width = excluded.width, height = excluded.height",
    )
    .bind(store.0)
    .bind(Files::path(store.0, &name))
    .bind(width)
    .bind(height)
    .execute(tx.conn())
    .await?;
    tx.audit("cms.hero_changed", ("store", store), name.to_string()).await?;
    cache::changed(&mut tx, store.0).await?;
    tx.commit().await
}

/// Shows no picture any more.
pub async fn remove_hero(ctx: &Ctx) -> Result<()> {
    let store = ctx.store_id()?;
    let mut tx = ctx.begin().await?;
    sqlx::query("delete from cms.store_pictures where store_id = $1 and place = 'hero'")
        .bind(store.0)
        .execute(tx.conn())
        .await?;
    tx.audit("cms.hero_removed", ("store", store), ()).await?;
    cache::changed(&mut tx, store.0).await?;
    tx.commit().await
}

fn dimensions(bytes: &[u8]) -> (i32, i32) {
    let found = imagesize::blob_size(bytes).ok();
    let side = |pixels: usize| i32::try_from(pixels).unwrap_or(i32::MAX);
    let size = found.map(|size| (side(size.width), side(size.height)));
    size.filter(|(width, height)| *width > 0 && *height > 0).unwrap_or(DRAWING)
}

/// The one file of an upload.
pub async fn uploaded_file(data: server_fn::codec::MultipartData) -> Result<Bytes> {
    let unreadable = || AppError::invalid("malformed_request");
    let mut parts = data.into_inner().ok_or_else(unreadable)?;
    while let Some(part) = parts.next_field().await.map_err(|_| unreadable())? {
        if part.name() == Some("file") {
            return part.bytes().await.map_err(|_| unreadable().into());
        }
    }
    Err(AppError::field("file", "required").into())
}
