//! Names by content: the same bytes have the same name, and other bytes another.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::FileKind;

const HASH_DIGITS: usize = 64;

/// SHA-256 of the content in hex, and the extension of its kind. Never holds anything else, so it is safe in paths.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FileName {
    hash: String,
    kind: FileKind,
}

/// The text is no name of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a file name")]
pub struct BadFileName;

impl FileName {
    pub(super) fn of(bytes: &[u8], kind: FileKind) -> Self {
        Self { hash: hex::encode(Sha256::digest(bytes)), kind }
    }

    /// What the file is.
    pub const fn kind(&self) -> FileKind {
        self.kind
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.hash, self.kind.extension())
    }
}

impl FromStr for FileName {
    type Err = BadFileName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (hash, extension) = text.split_once('.').ok_or(BadFileName)?;
        let is_hash = hash.len() == HASH_DIGITS && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let kind = FileKind::from_extension(extension).filter(|_| is_hash).ok_or(BadFileName)?;
        Ok(Self { hash: hash.to_owned(), kind })
    }
}

impl TryFrom<String> for FileName {
    type Error = BadFileName;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<FileName> for String {
    fn from(name: FileName) -> Self {
        name.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_depend_on_content_and_survive_their_text() {
        let name = FileName::of(b"a", FileKind::Png);
        assert_eq!(name.to_string().parse(), Ok(name.clone()));
        assert_ne!(name, FileName::of(b"b", FileKind::Png));
    }

    #[test]
    fn nothing_else_is_a_name() {
        let hash = "a".repeat(HASH_DIGITS);
        for text in [
            "",
            "a.png",
            "../../etc/passwd",
            &format!("{hash}.exe"),
            &format!("{hash}.png/.."),
            &format!("{}.png", hash.to_uppercase()),
        ] {
            assert_eq!(text.parse::<FileName>(), Err(BadFileName), "{text}");
        }
    }
}
