//! What a file is, told from its first bytes.

/// The kinds of files that are kept and served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
    /// A GIF picture.
    Gif,
    /// A WebP picture.
    Webp,
    /// An AVIF picture.
    Avif,
    /// An SVG drawing.
    Svg,
    /// A PDF document.
    Pdf,
}

/// How much of a text is searched for the beginning of a drawing; comments and declarations come first.
const SVG_PROLOG: usize = 4096;

impl FileKind {
    const ALL: [Self; 7] = [Self::Png, Self::Jpeg, Self::Gif, Self::Webp, Self::Avif, Self::Svg, Self::Pdf];

    /// The kind a content has, whatever it is called.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(Self::Gif),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', b'f' | b's', ..] => Some(Self::Avif),
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            _ => is_svg(bytes).then_some(Self::Svg),
        }
    }

    /// The kind with exactly this extension.
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.extension() == extension)
    }

    /// The extension of its names.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Gif => "gif",
            Self::Webp => "webp",
            Self::Avif => "avif",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
        }
    }

    /// Its media type.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Avif => "image/avif",
            Self::Svg => "image/svg+xml",
            Self::Pdf => "application/pdf",
        }
    }

    /// Whether a page can show it as a picture.
    pub const fn is_picture(self) -> bool {
        !matches!(self, Self::Pdf)
    }

    /// The most that is kept of it.
    pub const fn max_bytes(self) -> usize {
        const MEGABYTE: usize = 1024 * 1024;
        match self {
            Self::Svg => MEGABYTE,
            Self::Pdf => 20 * MEGABYTE,
            Self::Png | Self::Jpeg | Self::Gif | Self::Webp | Self::Avif => 10 * MEGABYTE,
        }
    }
}

/// XML whose first element is `svg`: declaration, comments and document type may precede it, text may not.
fn is_svg(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(SVG_PROLOG)]);
    let mut rest = start.trim_start_matches('\u{feff}').trim_start();
    loop {
        let end = match rest {
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<?") => "?>",
            _ if rest.starts_with("<!DOCTYPE svg") => ">",
            _ => {
                return rest
                    .strip_prefix("<svg")
                    .is_some_and(|after| after.starts_with([' ', '>', '\n', '\r', '\t', '/']));
            }
        };
        let Some((_, after)) = rest.split_once(end) else {
            return false;
        };
        rest = after.trim_start();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        for (bytes, kind) in [
            (&b"\x89PNG\r\n\x1a\n...."[..], Some(FileKind::Png)),
            (b"\xff\xd8\xff\xe0....", Some(FileKind::Jpeg)),
            (b"GIF89a....", Some(FileKind::Gif)),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Some(FileKind::Webp)),
            (b"RIFF\x10\0\0\0WAVEfmt ", None),
            (b"\0\0\0\x20ftypavif....", Some(FileKind::Avif)),
            (b"\0\0\0\x20ftypmp42....", None),
            (b"%PDF-1.7\n", Some(FileKind::Pdf)),
            (b"MZ\x90\0", None),
            (b"", None),
        ] {
            assert_eq!(FileKind::of(bytes), kind, "{bytes:?}");
        }
    }

    #[test]
    fn a_drawing_begins_with_its_element() {
        for (text, is_drawing) in [
            ("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", true),
            ("\u{feff}<?xml version=\"1.0\"?>\n<!-- made by hand -->\n<svg>", true),
            ("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\"><svg>", true),
            ("<html><svg></svg></html>", false),
            ("<!DOCTYPE html><svg>", false),
            ("<svgx>", false),
            ("text <svg>", false),
            ("<!-- never closed <svg>", false),
        ] {
            assert_eq!(is_svg(text.as_bytes()), is_drawing, "{text}");
        }
    }

    #[test]
    fn extensions_lead_back_to_their_kind() {
        for kind in FileKind::ALL {
            assert_eq!(FileKind::from_extension(kind.extension()), Some(kind));
        }
    }
}
