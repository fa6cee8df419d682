//! Where a kept picture is served, and its size for the page.

use orion_kernel::StoreId;
use orion_runtime::files::Files;
use orion_ui::Picture;

/// The side of a picture whose size is not known.
const UNKNOWN_SIZE: u32 = 1_000;

/// The address of a kept file.
#[must_use]
pub fn file_url(store: StoreId, file: &str) -> Option<String> {
    Some(Files::path(store.0, &file.parse().ok()?))
}

/// A kept picture as a page shows it.
#[must_use]
pub fn picture(store: StoreId, file: Option<&str>, alt: &str, width: i32, height: i32) -> Option<Picture> {
    let side = |length: i32| u32::try_from(length).ok().filter(|length| *length > 0).unwrap_or(UNKNOWN_SIZE);
    Some(Picture::new(file_url(store, file?)?, alt, side(width), side(height)))
}
