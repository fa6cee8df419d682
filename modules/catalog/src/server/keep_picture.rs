//! Keeps a picture in the store's files, and finds out how large it is.

use bytes::Bytes;
use orion_kernel::AppError;
use orion_runtime::{
    Ctx,
    files::{FileKind, FileName, MAX_PICTURE_SIDE},
};

/// Keeps a picture. Its name, width and height; the latter are 0 when they cannot be told.
///
/// # Errors
///
/// `Invalid` when it is no picture, or has too many pixels for browsers; `TooLarge`.
pub async fn keep_picture(ctx: &Ctx, bytes: Bytes) -> Result<(FileName, i32, i32), AppError> {
    let kind = FileKind::of(&bytes).filter(|kind| kind.is_picture()).ok_or_else(|| AppError::invalid("no_picture"))?;
    let (width, height) = size(kind, &bytes).unwrap_or_default();
    // Drawings scale.
    if kind != FileKind::Svg && width.max(height).unsigned_abs() > MAX_PICTURE_SIDE {
        return Err(AppError::invalid("picture_too_large"));
    }
    let name = ctx.app().files().put(ctx.store_id()?.0, bytes).await?;
    Ok((name, width, height))
}

fn size(kind: FileKind, bytes: &[u8]) -> Option<(i32, i32)> {
    if kind == FileKind::Svg {
        return drawing_size(std::str::from_utf8(bytes).ok()?);
    }
    let size = imagesize::blob_size(bytes).ok()?;
    let side = |pixels: usize| i32::try_from(pixels).unwrap_or(i32::MAX);
    Some((side(size.width), side(size.height)))
}

/// The size of a drawing: width and height, or those of its view box.
fn drawing_size(text: &str) -> Option<(i32, i32)> {
    let start = text.find("<svg")?;
    let element = &text[start..start + text[start..].find('>')?];
    let attribute = |name: &str| {
        let after = element.split_once(&format!(" {name}="))?.1;
        let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        after[1..].split(quote).next()
    };
    let whole = |text: &str| {
        let digits: String = text.trim().chars().take_while(char::is_ascii_digit).collect();
        let is_absolute = !text.trim_end().ends_with('%');
        digits.parse::<i32>().ok().filter(|number| is_absolute && *number > 0)
    };
    let own = attribute("width").and_then(whole).zip(attribute("height").and_then(whole));
    own.or_else(|| {
        let view_box: Vec<&str> = attribute("viewBox")?.split([' ', ',']).filter(|part| !part.is_empty()).collect();
        whole(view_box.get(2)?).zip(whole(view_box.get(3)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_says_how_large_it_is() {
        for (text, size) in [
            ("<svg xmlns=\"x\" width=\"800\" height=\"1000\">", Some((800, 1000))),
            ("<?xml?><svg viewBox='0 0 400 500.5' >", Some((400, 500))),
            ("<svg width=\"100%\" height=\"100%\" viewBox=\"0,0,4,5\">", Some((4, 5))),
            ("<svg stroke-width=\"2\">", None),
        ] {
            assert_eq!(drawing_size(text), size, "{text}");
        }
    }
}
