//! The store's logo, and the small picture in the browser's tab.

use bytes::Bytes;
use orion_kernel::AppError;
use orion_runtime::{
    Ctx, Result,
    files::{FileKind, FileName},
};
use server_fn::codec::MultipartData;

use super::store_change::StoreChange;

/// The largest logo.
const MAX_LOGO_BYTES: usize = 2 << 20;
/// The largest picture for the tab.
const MAX_FAVICON_BYTES: usize = 200 << 10;
/// The most pixels on a side: a small file can unfold into a picture that no browser can show.
const MAX_PIXELS: usize = 4_096;

/// Keeps a new logo.
///
/// # Errors
///
/// What is wrong with the field `file`.
pub async fn save_logo(ctx: &Ctx, bytes: Bytes) -> Result<()> {
    let kinds = [FileKind::Png, FileKind::Jpeg, FileKind::Webp];
    let (name, width, height) = keep(ctx, bytes, &kinds, MAX_LOGO_BYTES).await?;
    let mut change = StoreChange::begin(ctx).await?;
    sqlx::query("update tenancy.stores set logo = $2, logo_width = $3, logo_height = $4 where id = $1")
        .bind(ctx.store_id()?.0)
        .bind(name.to_string())
        .bind(width)
        .bind(height)
        .execute(change.tx.conn())
        .await?;
    change.commit("tenancy.store_logo_changed").await
}

/// Shows the name again.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn remove_logo(ctx: &Ctx) -> Result<()> {
    let mut change = StoreChange::begin(ctx).await?;
    sqlx::query("update tenancy.stores set logo = null, logo_width = null, logo_height = null where id = $1")
        .bind(ctx.store_id()?.0)
        .execute(change.tx.conn())
        .await?;
    change.commit("tenancy.store_logo_removed").await
}

/// Keeps a new picture for the tab.
///
/// # Errors
///
/// What is wrong with the field `file`.
pub async fn save_favicon(ctx: &Ctx, bytes: Bytes) -> Result<()> {
    let kinds = [FileKind::Png, FileKind::Webp];
    let (name, width, height) = keep(ctx, bytes, &kinds, MAX_FAVICON_BYTES).await?;
    if width != height {
        return Err(AppError::field("file", "picture_not_square").into());
    }
    let mut change = StoreChange::begin(ctx).await?;
    sqlx::query("update tenancy.stores set favicon = $2 where id = $1")
        .bind(ctx.store_id()?.0)
        .bind(name.to_string())
        .execute(change.tx.conn())
        .await?;
    change.commit("tenancy.store_favicon_changed").await
}

/// Shows the platform's picture in the tab again.
///
/// # Errors
///
/// The database cannot be reached.
pub async fn remove_favicon(ctx: &Ctx) -> Result<()> {
    let mut change = StoreChange::begin(ctx).await?;
    sqlx::query("update tenancy.stores set favicon = null where id = $1")
        .bind(ctx.store_id()?.0)
        .execute(change.tx.conn())
        .await?;
    change.commit("tenancy.store_favicon_removed").await
}

/// The one file of an upload.
///
/// # Errors
///
/// `required` for the field `file`; the form breaks off.
pub async fn uploaded_file(data: MultipartData) -> Result<Bytes> {
    let unreadable = || AppError::invalid("malformed_request");
    let mut parts = data.into_inner().ok_or_else(unreadable)?;
    while let Some(part) = parts.next_field().await.map_err(|_| unreadable())? {
        if part.name() == Some("file") {
            return part.bytes().await.map_err(|_| unreadable().into());
        }
    }
    Err(AppError::field("file", "required").into())
}

/// Keeps a picture of the store, and says how large it is.
async fn keep(ctx: &Ctx, bytes: Bytes, kinds: &[FileKind], max_bytes: usize) -> Result<(FileName, i32, i32)> {
    if bytes.is_empty() {
        return Err(AppError::field("file", "required").into());
    }
    if bytes.len() > max_bytes {
        return Err(AppError::field("file", "picture_too_large").into());
    }
    if FileKind::of(&bytes).is_none_or(|kind| !kinds.contains(&kind)) {
        return Err(AppError::field("file", "picture_kind").into());
    }
    let (width, height) = measure(&bytes)?;
    let name = ctx.app().files().put(ctx.store_id()?.0, bytes).await?;
    Ok((name, width, height))
}

/// Width and height of a picture in pixels; a drawing has none.
///
/// # Errors
///
/// `picture_kind` and `picture_too_large` for the field `file`.
pub(super) fn measure(bytes: &[u8]) -> Result<(i32, i32), AppError> {
    let size = imagesize::blob_size(bytes).map_err(|_| AppError::field("file", "picture_kind"))?;
    let sides = [size.width, size.height];
    if sides.iter().any(|side| !(1..=MAX_PIXELS).contains(side)) {
        return Err(AppError::field("file", "picture_too_large"));
    }
    let [width, height] = sides.map(|side| i32::try_from(side).unwrap_or(i32::MAX));
    Ok((width, height))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The beginning of a PNG: as much as says how large it is.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let start = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice();
        [start, &width.to_be_bytes(), &height.to_be_bytes(), &[8, 6, 0, 0, 0, 0, 0, 0, 0]].concat()
    }

    #[test]
    fn a_picture_that_unfolds_too_far_is_refused() {
        assert_eq!(measure(&png(90, 30)), Ok((90, 30)));
        assert_eq!(measure(&png(20_000, 20_000)), Err(AppError::field("file", "picture_too_large")));
        assert_eq!(measure(b"no picture"), Err(AppError::field("file", "picture_kind")));
    }
}
